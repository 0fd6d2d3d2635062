import { LetterFormat, type LetterId } from '@vigil/contract/schemas'
import { buttonClass } from '../../../components/button.tsx'
import { Icon } from '../../../components/icon.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { downloadHref } from '../queries.ts'

interface DownloadsProps {
  readonly letterId: LetterId
  readonly version: number
}

/** One version as a file, in every form it can be had. */
export function Downloads({ letterId, version }: DownloadsProps) {
  const say = useSay()
  return LetterFormat.options.map((format) => (
    <a
      key={format}
      href={downloadHref({ letterId, version, format })}
      download
      className={buttonClass({ kind: 'secondary', size: 'm' })}
      aria-label={say(`letter.download.${format}`, { version })}
    >
      <Icon name="download" />
      {say(`letter.format.${format}`)}
    </a>
  ))
}
