import type { DocumentLanguage, Reading, ReadingTools } from './model.ts'
import { identifyHead, identifyLanguage, type GivenHead } from './identify/index.ts'
import { normalise } from './normalise/index.ts'
import { startOfText } from './normalise/line.ts'
import { readStructure } from './structure/index.ts'

/** Repairs of words are made with this lexicon where nothing tells the language. */
const FALLBACK: DocumentLanguage = 'en'

/**
 * Reads one document from its extracted text: finds its language, repairs what extraction broke,
 * reads its structure and what it tells of itself. Pure: the same text and tools give the same
 * reading. What `given` says wins over what the text says. An empty text gives an empty reading.
 */
export function readDocument(source: string, tools: ReadingTools, given: GivenHead = {}): Reading {
  const language = given.language ?? identifyLanguage(source.slice(startOfText(source)))
  const { blocks, repairs } = normalise(source, tools, language ?? FALLBACK)
  const paragraphs = readStructure(blocks)
  return { document: identifyHead(paragraphs, language, given), repairs: [...repairs], paragraphs }
}
