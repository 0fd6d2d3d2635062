/** A file as somebody gave it: on a form, or on the command line. */
export interface UploadedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A file that is given out: always a download, never shown in place. */
export interface FileAnswer extends UploadedFile {
  readonly mediaType: string
}
