import type { Rendition } from '@vigil/contract/schemas'
import { Button } from '../../components/button.tsx'
import { Docket } from '../../components/docket.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useFormats } from '../documents/parts/use-formats.ts'
import { originalHref } from '../documents/parts/original-href.ts'
import { useCopy } from '../documents/parts/use-copy.ts'
import { countPoints } from './view/outline.ts'
import styles from './facts.module.css'

/** The file a rendition was read from: name, size, fingerprint, and the way to have it back. */
export function Facts({ rendition }: { rendition: Rendition }) {
  const say = useSay()
  const { formatSize, formatTime } = useFormats()
  const { original, characters, version, readAt, paragraphList } = rendition
  return (
    <section className={styles['facts']} aria-labelledby="facts-title">
      <h2 id="facts-title" className={styles['title']}>
        {say('document.facts')}
      </h2>
      <Docket
        rows={[
          [say('document.facts.file'), <bdi key="file">{original.name}</bdi>],
          [say('document.facts.size'), formatSize(original.bytes)],
          [say('document.facts.type'), say(`mediaType.${original.mediaType}`)],
          [say('document.facts.read'), formatTime(readAt)],
          [
            say('documents.column.paragraphs'),
            say('document.facts.paragraphs', {
              paragraphs: paragraphList.length,
              points: countPoints(paragraphList),
            }),
          ],
          [say('document.facts.version'), say('document.facts.version.value', { version })],
          [
            say('document.facts.characters'),
            say('document.facts.characters.value', { count: characters }),
          ],
        ]}
      />
      <Fingerprint sha256={original.sha256} />
      <a className={styles['download']} href={originalHref(rendition)} download={original.name}>
        {say('document.facts.download')}
      </a>
    </section>
  )
}

function Fingerprint({ sha256 }: { sha256: string }) {
  const say = useSay()
  const copy = useCopy()
  return (
    <div className={styles['fingerprint']}>
      <h3>{say('document.facts.hash')}</h3>
      <p>
        <bdi className={styles['hash']}>{sha256.match(/.{4}/g)?.join(' ')}</bdi>
      </p>
      <p className={styles['help']}>{say('document.facts.hash.help')}</p>
      <Button
        kind="secondary"
        size="s"
        icon="copy"
        onPress={() => void copy(sha256, say('document.facts.hash.copied'))}
      >
        {say('document.facts.hash.copy')}
      </Button>
    </div>
  )
}
