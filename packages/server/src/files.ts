/** A file as somebody gave it: on a form, or on the command line. */
export interface UploadedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A file that is held, whole. */
export interface HeldFile extends UploadedFile {
  readonly mediaType: string
}

/** A file that is sent while it is made. */
export interface StreamedFile {
  readonly name: string
  readonly mediaType: string
  readonly stream: ReadableStream<Uint8Array>
}

/** A file that is given out: always a download, never shown in place. */
export type FileAnswer = HeldFile | StreamedFile
