import { FormField } from '@jianbao/ui'
import { Button, Input, InputNumber, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { talkKinds } from '../../contract/index.ts'
import { randomId } from './device-stops.ts'
import styles from './stop.module.css'
import { stopTexts } from './stop.texts.ts'
import type { StopParts } from './stop-parts.types.ts'
import { isWhole, type ShownStop, type TalkWords } from './stop-pieces.ts'

const blank: TalkWords = { topic: '', kind: 'public', people: 1, notes: '' }

/** Notes of talks (访谈): what about, with what kind of people, how many; never who. */
export function TalkCards(parts: StopParts) {
  const { keeper, shown, writes } = parts
  const t = stopTexts.useTexts()
  const [open, setOpen] = useState<string | null>(shown.talks.length === 1 ? shown.talks[0]!.id : null)
  const add = () => {
    const id = randomId()
    keeper.write({ kind: 'talk', id, words: blank })
    setOpen(id)
  }
  return (
    <>
      <p className={styles['note']}>{t('talkNote')}</p>
      {shown.talks.length === 0 ? <p className={styles['note']}>{t('noTalks')}</p> : null}
      {shown.talks.map(talk => (
        <TalkCard
          key={talk.id}
          {...parts}
          talk={talk}
          open={open === talk.id}
          onOpen={() => setOpen(open === talk.id ? null : talk.id)}
        />
      ))}
      {writes ? (
        <Button size="large" block type="dashed" onClick={add}>
          {t('addTalk')}
        </Button>
      ) : null}
    </>
  )
}

type TalkCardProps = StopParts & {
  readonly talk: ShownStop['talks'][number]
  readonly open: boolean
  readonly onOpen: () => void
}

function TalkCard({ keeper, talk, open, onOpen, writes }: TalkCardProps) {
  const t = stopTexts.useTexts()
  const { id, ...words } = talk
  const change = (part: Partial<TalkWords>, soon = false) =>
    keeper.write({ kind: 'talk', id, words: { ...words, ...part } }, soon)
  return (
    <section className={styles['card']} aria-label={words.topic || t('untitled')}>
      <div className={styles['cardHead']}>
        <h2>{words.topic || t('untitled')}</h2>
        <span className={styles['tags']}>
          {t('talkOf', { kind: t(`kind.${words.kind}`), people: words.people })}
        </span>
      </div>
      {open ? (
        <div className={styles['fields']}>
          <FormField
            label={t('topic')}
            problem={writes && !isWhole({ kind: 'talk', id, words }) ? t('halfTalk') : null}
          >
            <Input
              maxLength={200}
              disabled={!writes}
              value={words.topic}
              onChange={event => change({ topic: event.target.value })}
            />
          </FormField>
          <div className={styles['pair']}>
            <FormField label={t('kind')}>
              <Select
                aria-label={t('kind')}
                disabled={!writes}
                value={words.kind}
                onChange={kind => change({ kind }, true)}
                options={talkKinds.map(value => ({ value, label: t(`kind.${value}`) }))}
              />
            </FormField>
            <FormField label={t('people')}>
              <InputNumber
                min={1}
                max={10_000}
                precision={0}
                inputMode="numeric"
                disabled={!writes}
                value={words.people || null}
                onChange={people => change({ people: people ?? 0 })}
              />
            </FormField>
          </div>
          <FormField label={t('notes')} hint={t('notesHint')}>
            <Input.TextArea
              autoSize={{ minRows: 4, maxRows: 16 }}
              maxLength={5000}
              disabled={!writes}
              value={words.notes}
              onChange={event => change({ notes: event.target.value })}
            />
          </FormField>
        </div>
      ) : null}
      <div className={styles['cardFoot']}>
        <Button type="link" onClick={onOpen} aria-expanded={open}>
          {t(open ? 'fold' : 'unfold')}
        </Button>
        {writes ? (
          <Popconfirm
            title={t('removeTalk')}
            description={t('removeWords')}
            okText={t('remove')}
            cancelText={t('cancel')}
            onConfirm={() => keeper.write({ kind: 'talk', id, words: null }, true)}
          >
            <Button type="link" danger>
              {t('remove')}
            </Button>
          </Popconfirm>
        ) : null}
      </div>
    </section>
  )
}
