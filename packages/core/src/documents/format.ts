/** `vigil-document/1`, the published format of a reading: its schema, and a reading in it. */
export * from './document-file.ts'
export { toDocumentFile } from './file.ts'
