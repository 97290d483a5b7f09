import { DownloadOutlined } from '@ant-design/icons'
import { receiveFile, useProblemText } from '@jianbao/ui'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Segmented } from 'antd'
import { type Import, type ImportKind, importKinds } from '../../contract/index.ts'
import styles from './import.module.css'
import { importTexts } from './import.texts.ts'
import { SheetDrop } from './sheet-drop.tsx'

type ImportStartProps = {
  readonly kind: ImportKind
  readonly onKind: (kind: ImportKind) => void
  readonly onSent: (sent: Import) => void
}

/** The first two steps: which sheet, and where it comes from. */
export function ImportStart({ kind, onKind, onSent }: ImportStartProps) {
  const t = importTexts.useTexts()
  const words = { kind: t(`kind.${kind}`) }
  return (
    <section className={styles['start']} aria-label={t('menu')}>
      <Segmented<ImportKind>
        aria-label={t('kind')}
        value={kind}
        onChange={onKind}
        options={importKinds.map(value => ({ value, label: t(`of.${value}`) }))}
      />
      <ol className={styles['steps']}>
        <li>
          <h2>{t('stepTemplate')}</h2>
          <p>{t(kind === 'units' ? 'stepTemplateUnits' : 'stepTemplatePeople')}</p>
          <div className={styles['buttons']}>
            <SaveButton
              words={t('template', words)}
              path="/api/import-template"
              order={{ query: { kind } }}
            />
            <SaveButton
              words={t('exportNow', words)}
              path={`/api/${kind}/export`}
              order={{ body: { state: 'all' } }}
            />
          </div>
        </li>
        <li>
          <h2>{t('stepFile')}</h2>
          <p>{t('stepFileNote')}</p>
          <SheetDrop key={kind} kind={kind} onSent={onSent} />
        </li>
      </ol>
    </section>
  )
}

type SaveButtonProps = {
  readonly words: string
  readonly path: string
  readonly order: { readonly query?: Record<string, unknown>; readonly body?: object }
}

export function SaveButton({ words, path, order }: SaveButtonProps) {
  const t = importTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const save = useMutation({
    mutationFn: () => receiveFile(path, order),
    onSuccess: file => void message.success(t('downloaded', { file })),
    onError: error => void message.error(text(error)),
  })
  return (
    <Button
      icon={<DownloadOutlined aria-hidden="true" />}
      loading={save.isPending}
      onClick={() => save.mutate()}
    >
      {words}
    </Button>
  )
}
