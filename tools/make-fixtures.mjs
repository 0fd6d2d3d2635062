/**
 * Prints the fixtures of the reader of files into packages/server/test/fixtures/documents: from the
 * two texts at hand, by LibreOffice, Chromium, Typst and the docx package. Needs those programs, qpdf
 * and pdftoppm; run by hand when a fixture is to change: `node tools/make-fixtures.mjs`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toHtml } from './fixtures/html.ts'
import { readConclusions, readLetter } from './fixtures/pieces.ts'
import { convertByLibreOffice, printByChromium, run } from './fixtures/programs.ts'
import { toTypstPdf } from './fixtures/typst.ts'
import { toWord } from './fixtures/word.ts'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const DATA = resolve(ROOT, process.env['VIGIL_DATA'] ?? '../shared/data')
const TARGET = join(ROOT, 'packages/server/test/fixtures/documents')
const LINKS = ['S/2022/856', 'S/RES/2690(2023)', 'S/RES/1612(2005)', 'S/RES/2427(2018)'].map(
  (symbol) => `https://undocs.org/en/${symbol}`,
)
const NOTE = 'The present annex is reproduced as received.'

mkdirSync(TARGET, { recursive: true })
const at = (/** @type {string} */ name) => join(TARGET, name)
const write = (/** @type {string} */ name, /** @type {string | Buffer} */ content) =>
  writeFileSync(at(name), content)

const conclusions = readConclusions(DATA)
const letter = readLetter(DATA)
const annex = conclusions.findIndex((piece) => piece.text === 'Annex*')

write('conclusions.html', toHtml('S/AC.51/2023/3', conclusions))
write('letter.html', toHtml('', letter))
printByChromium(at('conclusions.html'), at('conclusions-chromium.pdf'))
printByChromium(at('letter.html'), at('letter-chromium.pdf'))

write('conclusions-numbered.docx', await toWord('S/AC.51/2023/3', conclusions, NOTE))
convertByLibreOffice(at('conclusions-numbered.docx'), at('conclusions-libreoffice.pdf'))
write('letter.docx', await toWord('', letter, ''))
convertByLibreOffice(at('letter.docx'), at('letter.odt'))
convertByLibreOffice(at('letter.odt'), at('letter-libreoffice.docx'))
for (const name of ['letter.docx', 'letter.odt']) rmSync(at(name))

const links = { after: 4, addresses: LINKS }
const note = { at: annex, text: NOTE }
write('conclusions-typst-links.pdf', toTypstPdf(conclusions, { columns: 1, links, note }))
write('conclusions-typst-columns.pdf', toTypstPdf(conclusions, { columns: 2, note }))
write('conclusions-typst-kerning.pdf', toTypstPdf(conclusions, { columns: 1, split: 0.11 }))

printByChromium(at('arabic.html'), at('arabic-chromium.pdf'))

run('qpdf', [
  '--encrypt',
  'secret',
  'owner',
  '256',
  '--',
  at('letter-chromium.pdf'),
  at('encrypted.pdf'),
])
run('pdftoppm', ['-r', '40', '-png', '-singlefile', at('letter-chromium.pdf'), at('scan')])
write('scan.html', '<!doctype html><img src="scan.png">')
printByChromium(at('scan.html'), at('scan.pdf'))
rmSync(at('scan.html'))
rmSync(at('scan.png'))
