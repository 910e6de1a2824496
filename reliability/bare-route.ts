/** Baseline Express route: `bare-route FILE` answers any call with the JSON in the file, and prints its address. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import express from 'express'

const body: unknown = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const app = express()
app.get('/', (_, response) => void response.json(body))
const server = app.listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
console.log(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`)
