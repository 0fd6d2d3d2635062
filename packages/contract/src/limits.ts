/** Largest file taken at all, in bytes: 50 MB, as the sentences of `file.tooLarge` say. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024

/** Largest bundle that is counted, in bytes: 200 MB, as the sentence of `fault.tooLarge` says. */
export const MAX_BUNDLE_BYTES = 200 * 1024 * 1024

/** How deep lists and objects of a bundle may lie in each other; the format itself needs twelve levels. */
export const MAX_BUNDLE_DEPTH = 64
