import { EllipsisOutlined } from '@ant-design/icons'
import {
  AbsentRecord,
  BackToList,
  EmptyState,
  formatSize,
  isMissing,
  listPlace,
  PageHeader,
  ProgressBar,
  usePhone,
  useProblemText,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { App, Button, Dropdown } from 'antd'
import type { ArchiveDocument } from '../contract/index.ts'
import { archiveTexts } from './archive.texts.ts'
import { documentQuery, isUnfinished, useRecognise } from './document.queries.ts'
import type { PlaceSearch } from './document-search.ts'
import { useFailureWords, useReadingWords } from './document-words.tsx'
import { importTexts } from './import.texts.ts'
import styles from './reading.module.css'
import { ReadingView } from './reading-view.tsx'
import { RecogniseButton } from './recognise-button.tsx'
import { mayReadAgain } from './upload-queue.ts'
import { uploadDesk } from './uploads.ts'
import { useReadingAgain } from './use-reading-again.ts'
import { useRemoval } from './use-removal.tsx'

export default function DocumentPage() {
  const t = archiveTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const document = useQuery(documentQuery(id))
  if (document.data && !isMissing(document.error)) return <OpenDocument key={id} document={document.data} />
  return (
    <AbsentRecord
      query={document}
      list="/documents"
      title={t('original')}
      back={t('backToList')}
      missing={t('missing')}
      goList={t('goList')}
    />
  )
}

function OpenDocument({ document }: { document: ArchiveDocument }) {
  const place = useSearch({ strict: false }) as PlaceSearch
  const t = archiveTexts.useTexts()
  const ti = importTexts.useTexts()
  const words = useReadingWords()
  const failure = useFailureWords()
  const phone = usePhone()
  const read = document.state === 'read' || document.state === 'accepted'
  const open = read && document.readings.length > 0
  const percent = Math.round(document.progress * 100)
  const facts = [
    phone ? null : formatSize(document.sizeBytes),
    document.encoding && !phone ? t('encoding', { encoding: document.encoding }) : null,
    read ? words(document) : null,
  ]
  return (
    <div className={open ? styles['page'] : undefined}>
      <PageHeader
        title={document.fileName}
        back={<BackToList to="/documents">{t('backToList')}</BackToList>}
        note={facts.filter(Boolean).join(' · ')}
        actions={
          <>
            {document.may.includes('review') || document.may.includes('reopen') ? (
              <Link to="/documents/$id/review" params={{ id: document.id }} className={styles['review']}>
                {ti(document.may.includes('review') ? 'review' : 'reopen')}
              </Link>
            ) : null}
            <DocumentActions document={document} />
          </>
        }
      />
      {open ? <ReadingView document={document} place={place} /> : null}
      {isUnfinished(document) ? (
        <EmptyState
          title={t(document.state === 'reading' ? 'reading' : 'waiting', { percent })}
          action={
            <ProgressBar part={document.progress} label={t('progressOf', { file: document.fileName })} />
          }
        />
      ) : null}
      {document.state === 'unrecognised' ? (
        <EmptyState
          title={t('state.unrecognised')}
          action={<RecogniseButton document={document} size="middle" />}
        >
          {ti('recogniseWhy')}
        </EmptyState>
      ) : null}
      {document.state === 'failed' ? (
        <EmptyState title={t('failed')}>{failure(document, null)}</EmptyState>
      ) : null}
    </div>
  )
}

const order = ['recognise', 'read-again', 'remove'] as const

function DocumentActions({ document }: { document: ArchiveDocument }) {
  const t = archiveTexts.useTexts()
  const ti = importTexts.useTexts()
  const text = useProblemText()
  const phone = usePhone()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const { readAgain, isPending } = useReadingAgain(() => uploadDesk.dismissDocument(document.id))
  const removal = useRemoval(() => void navigate({ to: '/documents', search: listPlace('/documents') }))
  const recognise = useRecognise()
  const acts = {
    recognise: {
      label: ti('recognise'),
      danger: false,
      act: () =>
        recognise.mutate(document.id, {
          onSuccess: () => void message.info(ti('recogniseStarted', { file: document.fileName })),
          onError: error => void message.error(text(error)),
        }),
    },
    'read-again': {
      label: t('readAgain'),
      danger: false,
      act: () => readAgain(document, () => void message.info(t('readAgainStarted'))),
    },
    remove: { label: t('remove'), danger: true, act: () => removal(document) },
  }
  const may = order.filter(name =>
    name === 'read-again'
      ? mayReadAgain(document)
      : // Where nothing has been read yet, the page itself offers it.
        document.may.includes(name) && !(name === 'recognise' && document.state === 'unrecognised'),
  )
  if (phone)
    return (
      <Dropdown
        trigger={['click']}
        menu={{
          items: may.map(name => ({
            key: name,
            label: acts[name].label,
            danger: acts[name].danger,
          })),
          onClick: ({ key }) => {
            for (const name of may) if (name === key) acts[name].act()
          },
        }}
      >
        <Button
          icon={<EllipsisOutlined aria-hidden="true" />}
          aria-label={t('colActions')}
          aria-haspopup="menu"
        />
      </Dropdown>
    )
  return may.map(name => (
    <Button
      key={name}
      danger={acts[name].danger}
      loading={(name === 'read-again' && isPending) || (name === 'recognise' && recognise.isPending)}
      onClick={acts[name].act}
    >
      {acts[name].label}
    </Button>
  ))
}
