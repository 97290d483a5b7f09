import { FormField } from '@jianbao/ui'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { archiveTexts } from '../archive.texts.ts'
import { articleKinds } from '../choices.ts'
import type { Reading } from '../reading.marks.ts'
import { dialogTexts } from './dialog.texts.ts'
import { DialogFrame, type DialogProps } from './dialog-frame.tsx'
import type { ArticlePlace } from './mark-place.ts'

type ArticleProps = DialogProps & {
  readonly at: number
  readonly reading: Reading
  readonly place: ArticlePlace
}

/** Headline and kind of an article; a headline that is none becomes text again. */
export function HeadlineDialog({ at, reading, place: { column, article }, ...frame }: ArticleProps) {
  const t = dialogTexts.useTexts()
  const ta = archiveTexts.useTexts()
  const here = reading.columns[column]!.articles[article]!
  const [headline, setHeadline] = useState(here.headline ?? '')
  const [kind, setKind] = useState(here.kind)
  const ids = { reading: at, column, article }
  const drop = (joinBefore: boolean) => ({ act: 'drop-headline' as const, ...ids, joinBefore })
  const typed = headline.trim()
  return (
    <DialogFrame
      {...frame}
      title={t('title.headline')}
      build={() =>
        typed === (here.headline ?? '') && kind !== here.kind
          ? { act: 'set-kind', ...ids, kind }
          : { act: 'set-headline', ...ids, headline: typed || null }
      }
      others={
        here.headline === null
          ? []
          : [
              { label: t('dropHeadline'), edit: drop(false) },
              ...(article > 0 ? [{ label: t('dropHeadlineJoin'), edit: drop(true) }] : []),
            ]
      }
    >
      <FormField label={t('headline')} hint={t('emptyIs')}>
        <Input type="text" value={headline} maxLength={400} onChange={e => setHeadline(e.target.value)} />
      </FormField>
      <FormField label={t('kind')}>
        <Select
          value={kind}
          disabled={typed !== (here.headline ?? '')}
          onChange={setKind}
          options={articleKinds.map(each => ({ value: each, label: ta(`article.${each}`) }))}
        />
      </FormField>
    </DialogFrame>
  )
}

export function ContributorDialog({ at, reading, place: { column, article }, ...frame }: ArticleProps) {
  const t = dialogTexts.useTexts()
  const here = reading.columns[column]!.articles[article]!
  const [words, setWords] = useState(here.contributor ?? '')
  return (
    <DialogFrame
      {...frame}
      title={t('title.contributor')}
      build={() => ({
        act: 'set-contributor',
        reading: at,
        column,
        article,
        contributor: words.trim() || null,
      })}
    >
      <FormField label={t('contributor')} hint={t('emptyIs')}>
        <Input type="text" value={words} maxLength={400} onChange={e => setWords(e.target.value)} />
      </FormField>
    </DialogFrame>
  )
}

type ColumnProps = DialogProps & { readonly at: number; readonly reading: Reading; readonly column: number }

export function ColumnDialog({ at, reading, column, ...frame }: ColumnProps) {
  const t = dialogTexts.useTexts()
  const [name, setName] = useState(reading.columns[column]?.name ?? '')
  return (
    <DialogFrame
      {...frame}
      title={t('title.column')}
      build={() => ({ act: 'rename-column', reading: at, column, name: name.trim() || null })}
    >
      <FormField label={t('columnName')} hint={t('columnEmpty')}>
        <Input type="text" value={name} maxLength={100} onChange={e => setName(e.target.value)} />
      </FormField>
    </DialogFrame>
  )
}
