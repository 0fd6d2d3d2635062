import { describe, expect, it } from 'vitest'
import { extractFile, paragraphs, textOf } from './support.ts'

const read = async (html: string) =>
  paragraphs(await textOf(Buffer.from(`<!doctype html>${html}`), 'a.html'))

describe('a web page gives the text a reader sees', () => {
  it('never scripts, styles, comments or hidden parts', async () => {
    const html = `<head><title>T</title><style>p { color: red }</style></head>
      <body onload="x()"><script>document.write('<p>script</p>')</script><!-- comment -->
      <p hidden>hidden</p><p style="display: none">none</p><template><p>template</p></template>
      <noscript>noscript</noscript><svg><text>svg</text></svg><p>shown</p><script>unclosed`
    expect(await read(html)).toEqual(['shown'])
  })

  it('characters written as entities, blanks as one, typed line breaks as lines', async () => {
    const html =
      '<p>A &amp; B&nbsp;&eacute;&#8217;s &lt;b&gt;\n  <b>bold</b><i>er</i></p><p>one<br>two</p><pre>a\nb</pre>'
    expect(await read(html)).toEqual(['A & B\u{a0}é’s <b> bolder', 'one\ntwo', 'a\nb'])
  })

  it('lists with their markers, typed ones left alone', async () => {
    const html = `<ol start="4"><li>four<ol type="a"><li>a<ol type="i"><li>i<li>ii</ol><li>b</ol>
      <li>five</ol><ul><li>dot</ul><ol><li>(k) typed</ol>`
    const expected = [
      '4. four',
      '(a) a',
      '(i) i',
      '(ii) ii',
      '(b) b',
      '5. five',
      '• dot',
      '(k) typed',
    ]
    expect(await read(html)).toEqual(expected)
  })

  it('tables row by row and notes marked', async () => {
    const html = '<p>Annex<sup>12</sup></p><table><tr><th>State<th>Year<tr><td>Mali<td>2023</table>'
    expect(await read(html)).toEqual(['Annex¹²', 'State\tYear', 'Mali\t2023'])
  })

  it('also where tags are crossed, unclosed or unknown', async () => {
    expect(await read('<p>a<b>b</p>c</b><td>d<x-y>e</table></li></div>f')).toEqual([
      'ab',
      'c',
      'def',
    ])
  })
})

describe('a hostile page', () => {
  it('that nests without end is refused', async () => {
    const html = Buffer.from(`<!doctype html>${'<div>'.repeat(200_000)}x`)
    expect(await extractFile(html, 'a.html')).toEqual({ ok: false, problem: 'file.bomb' })
  })
})
