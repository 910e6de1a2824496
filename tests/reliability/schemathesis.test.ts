/** What the trial `schemathesis` takes from what that program says. */
import { expect, it } from 'vitest'
import { findingsIn } from '../../reliability/schemathesis.ts'

const OUTPUT = `
==================================== ERRORS ====================================
________________________________ POST /v1/keys _________________________________
Schema Error

Failed to generate test cases for this API operation
=================================== FAILURES ===================================
_________________________ GET /v1/networks/{ods}/audit _________________________
1. Test Case ID: OopeZb

- ST202 Schema-valid request rejected

    Valid data should have been accepted
=================================== WARNINGS ===================================
  - GET /sign-in
`

it('names each failure and error with its call, and takes warnings for none', () => {
  expect(findingsIn(OUTPUT)).toEqual([
    'POST /v1/keys: Schema Error',
    'GET /v1/networks/{ods}/audit: ST202 Schema-valid request rejected',
  ])
  expect(findingsIn('=== No issues found in 3.10s ===')).toEqual([])
})
