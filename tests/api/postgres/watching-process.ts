/** A process that waits for this many heartbeats of an operation, says so and ends: `watching-process URL ID COUNT`. */
import pg from 'pg'

const [url = '', id = '', count = ''] = process.argv.slice(2)
const client = new pg.Client({ connectionString: url })
await client.connect()
const signs = new Set<string>()
// The first is the moment that the test wrote.
while (signs.size <= Number(count)) {
  const { rows } = await client.query('select seen_at::text as sign from operations where id = $1', [id])
  signs.add(String(rows[0]?.sign))
}
await client.end()
process.stdout.write(`seen ${count}\n`)
