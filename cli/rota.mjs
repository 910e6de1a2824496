#!/usr/bin/env node
// Loads TypeScript as it stands, so that an installed `rota` needs no build.
import { register } from 'tsx/esm/api'

register()
await import('./main.ts')
