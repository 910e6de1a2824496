package peer;

/** What a person can do in a session: this work at this site, in a room or by telephone. Instances are unique, so == works. */
public record Choice(int index, int site, int work, boolean remote) {
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return index;
  }
}
