/** The OpenAPI document in the eyes of a validator that is not ours. */
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { expect, it } from 'vitest'
import { OPENAPI } from '../../api/openapi/openapi.ts'

async function findings(document: unknown): Promise<readonly string[]> {
  const config = await createConfig({
    extends: ['recommended-strict'],
    rules: {
      'no-invalid-media-type-examples': 'error',
      'no-invalid-parameter-examples': 'error',
      'operation-operationId-unique': 'error',
      'operation-tag-defined': 'error',
      'operation-description': 'error',
      'no-unused-components': 'error',
      'no-ambiguous-paths': 'error',
      // Signing in and out is answered with where to go next.
      'operation-2xx-response': 'off',
      // A call for anybody, such as signing in, is refused to nobody.
      'operation-4xx-response': 'off',
      // The service is wherever it is run.
      'no-server-example.com': 'off',
      'no-empty-servers': 'off',
    },
  })
  const found = await lintFromString({ source: JSON.stringify(document), absoluteRef: 'openapi.json', config })
  return found.map(({ ruleId, message, location: [at] }) => `${ruleId}: ${message} ${at?.pointer ?? ''}`)
}

it('is valid OpenAPI 3.1, its examples fit their schemas, and nothing in it is left over', async () => {
  expect(await findings(OPENAPI)).toEqual([])
})

it('is looked at by a validator that sees what is wrong', async () => {
  const paths = { '/v1/rules': { get: { tags: ['Nothing'], responses: { 200: { description: 3 } } } } }
  const found = await findings({ ...OPENAPI, paths })
  expect(found.join('\n')).toMatch(/operation-tag-defined[\s\S]*struct|struct[\s\S]*operation-tag-defined/)
})
