/** Largest file taken at all, in bytes: 50 MB, as the sentences of `file.tooLarge` say. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024
