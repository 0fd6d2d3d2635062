import { config } from 'zod'

// Before any schema is made: zod otherwise tries whether code may be made from text, which the page's
// policy forbids and reports.
config({ jitless: true })
