package peer;

/** What somebody can do in a session: this work at this site, in a room or by telephone. One object each, so that == holds. */
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
