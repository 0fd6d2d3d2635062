import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { init } from '@embedpdf/pdfium'

type Program = object
type Imports = Record<string, Record<string, unknown>>
interface Instance {
  readonly exports: object
}

/** What is used of it: TypeScript declares it for browsers only. */
declare const WebAssembly: {
  compile(code: Uint8Array): Promise<Program>
  readonly Instance: new (program: Program, imports: Imports) => Instance
}

type Call<N extends number> = (...given: number[] & { length: N }) => number

/** PDFium's functions, called with numbers and addresses only; fpdfview.h and fpdf_text.h say what they do. */
export interface Functions {
  memory: { readonly buffer: ArrayBuffer }
  malloc: Call<1>
  free: Call<1>
  FPDF_LoadMemDocument: Call<3>
  FPDF_GetLastError: Call<0>
  FPDF_GetPageCount: Call<1>
  FPDF_CloseDocument: Call<1>
  FPDF_LoadPage: Call<2>
  FPDF_ClosePage: Call<1>
  FPDFText_LoadPage: Call<1>
  FPDFText_ClosePage: Call<1>
  FPDFText_CountChars: Call<1>
  FPDFText_GetUnicode: Call<2>
  FPDFText_GetTextObject: Call<2>
  FPDFText_IsGenerated: Call<2>
  FPDFText_GetLooseCharBox: Call<3>
  FPDFText_GetMatrix: Call<3>
  FPDFText_GetFontSize: Call<2>
  FPDFTextObj_GetFont: Call<1>
  FPDFPageObj_CountMarks: Call<1>
  FPDFPageObj_GetMark: Call<2>
  FPDFPageObjMark_GetParamValueType: Call<2>
}

/** PDFium with a memory of its own. */
export interface Pdfium {
  call: Functions
  /** Most memory it may take, in bytes. */
  limit: number
  /** Whether it asked for more: what it reads is not whole. */
  isFull: boolean
}

/** A memory that grew larger is not kept for the next file. */
const KEPT_BYTES = 48 * 1024 * 1024

/** Compiled when this file is loaded: before the clock of the first document starts. */
const program = await WebAssembly.compile(
  await readFile(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'))),
)
let idle: Pdfium | null = await start()

/** PDFium for one document, which may take `limit` bytes of memory. */
export async function takePdfium(limit: number): Promise<Pdfium> {
  const pdfium = idle ?? (await start())
  idle = null
  pdfium.limit = limit
  return pdfium
}

/** Keeps PDFium for the next document; one that failed is not given back. */
export function giveBack(pdfium: Pdfium): void {
  if (!pdfium.isFull && pdfium.call.memory.buffer.byteLength <= KEPT_BYTES) idle = pdfium
}

async function start(): Promise<Pdfium> {
  const state = { limit: KEPT_BYTES, isFull: false }
  const { pdfium, PDFiumExt_Init } = await init({
    print: () => undefined,
    printErr: () => undefined,
    instantiateWasm(imports: Imports, receive: (instance: Instance) => void) {
      const instance = new WebAssembly.Instance(program, bounded(imports, state))
      receive(instance)
      return instance.exports
    },
  })
  PDFiumExt_Init()
  return Object.assign(state, { call: pdfium.wasmExports as unknown as Functions })
}

/** The imports of the program, with an end to the memory that it may ask for. */
function bounded(imports: Imports, state: Pick<Pdfium, 'limit' | 'isFull'>): Imports {
  const { env = {} } = imports
  const grow = env['emscripten_resize_heap']
  if (typeof grow !== 'function') throw new Error('PDFium asks for memory in another way')
  const emscripten_resize_heap = (bytes: number) => {
    if (bytes >>> 0 <= state.limit) return Number(grow(bytes))
    state.isFull = true
    return 0
  }
  return { ...imports, env: { ...env, emscripten_resize_heap } }
}
