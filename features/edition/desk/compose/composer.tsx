import { useMedia, usePersonId } from '@jianbao/ui'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { type Edition, type PreviewWords, settledEditions } from '../../contract/index.ts'
import { BriefDialog } from '../brief/brief-dialog.tsx'
import { CandidatesPane } from './candidates-pane.tsx'
import styles from './compose.module.css'
import { composeTexts } from './compose.texts.ts'
import { type ComposeSearch, type ComposeTab, composePanes } from './compose-search.ts'
import { DragBoard } from './drag-board.tsx'
import { HeadBar } from './head-bar.tsx'
import { IssuePane } from './issue-pane.tsx'
import { ItemWriter, type Jump } from './item-writer.tsx'
import { SidePane } from './side-pane.tsx'
import { useComposeActs } from './use-compose-acts.tsx'
import { useComposeKeys } from './use-compose-keys.ts'
import { usePresence } from './use-presence.ts'
import { usePreview } from './use-preview.ts'

/** Composing one issue: what waits at the left, the issue in the middle, the pages as they will print at the right. */
export function Composer({ edition }: { edition: Edition }) {
  const t = composeTexts.useTexts()
  const me = usePersonId()
  const wide = useMedia('(min-width: 1200px)')
  const [{ item: itemId, tab = 'pages', pane = 'issue' }, go] = useComposePlace()
  const presence = usePresence(edition)
  const preview = usePreview(edition.id, edition.version)
  const acts = useComposeActs(edition)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [briefs, setBriefs] = useState<readonly string[] | null>(null)
  const [jump, setJump] = useState<Jump | null>(null)
  const item = edition.content.find(each => each.id === itemId) ?? null
  const mayEdit = edition.actions.includes('edit')
  const open = (id: string | null) => go({ item: id ?? undefined, pane: undefined })
  const selected = useComposeKeys({ edition, item, onOpen: open })
  const { write } = preview
  const onWords = useCallback(
    (words: PreviewWords) => write(itemId ? { id: itemId, words } : null),
    [write, itemId],
  )
  const onDone = useCallback(() => write(null), [write])
  const onJump = (place: Jump) => {
    if (!place.itemId) return
    setJump({ ...place })
    go({ item: place.itemId, pane: undefined })
  }
  // Nothing waits for an issue that is signed.
  const panes = composePanes.filter(which => which !== 'waiting' || !settledEditions.includes(edition.state))
  const shows = (which: (typeof composePanes)[number]) =>
    panes.includes(which) && (wide || pane === which || (which === 'issue' && !panes.includes(pane)))
  return (
    <div className={styles['page']} data-wide={wide}>
      <HeadBar
        edition={edition}
        presence={presence}
        me={me}
        onProof={() => go({ tab: 'proof', pane: wide ? undefined : 'pages' })}
        onSign={
          tab === 'sign' && shows('pages')
            ? null
            : () => go({ tab: 'sign', pane: wide ? undefined : 'pages' })
        }
      />
      <DragBoard
        edition={edition}
        chosen={chosen}
        mayEdit={mayEdit}
        acts={acts}
        onTaken={() => setChosen([])}
      >
        <div className={styles['panes']} data-panes={panes.length}>
          {shows('waiting') ? (
            <CandidatesPane
              edition={edition}
              acts={acts}
              mayEdit={mayEdit}
              chosen={chosen}
              onChoose={setChosen}
              onBriefs={setBriefs}
              onOpen={open}
            />
          ) : null}
          {shows('issue') ? (
            <section className={styles['pane']} data-pane="issue" aria-label={t('issue')}>
              {item ? (
                <ItemWriter
                  key={item.id}
                  edition={edition}
                  item={item}
                  mayEdit={mayEdit}
                  me={me}
                  presence={presence}
                  jump={jump?.itemId === item.id ? jump : null}
                  onWords={onWords}
                  onSaved={acts.put}
                  onOpen={open}
                  onDone={onDone}
                />
              ) : (
                <IssuePane
                  edition={edition}
                  acts={acts}
                  mayEdit={mayEdit}
                  me={me}
                  presence={presence}
                  selected={selected}
                  onOpen={open}
                />
              )}
            </section>
          ) : null}
          {shows('pages') ? (
            <SidePane
              edition={edition}
              preview={preview}
              item={item}
              tab={tab}
              onTab={(next: ComposeTab) => go({ tab: next === 'pages' ? undefined : next })}
              onJump={onJump}
            />
          ) : null}
        </div>
      </DragBoard>
      {wide ? null : (
        <fieldset className={styles['switch']} aria-label={t('panes')}>
          {panes.map(each => (
            <button
              key={each}
              type="button"
              aria-pressed={pane === each}
              onClick={() => go({ pane: each === 'issue' ? undefined : each })}
            >
              {t(`pane.${each}`)}
            </button>
          ))}
        </fieldset>
      )}
      {briefs ? (
        <BriefDialog
          edition={edition}
          adoptionIds={briefs}
          onDone={content => {
            acts.put(content)
            setChosen([])
          }}
          onClose={() => setBriefs(null)}
        />
      ) : null}
    </div>
  )
}

type Go = (change: { [K in keyof ComposeSearch]?: ComposeSearch[K] | undefined }) => void

/** Opening an item is a step of the way back, turning to another pane is not. */
function useComposePlace(): [ComposeSearch, Go] {
  const search: unknown = useSearch({ strict: false })
  const navigate = useNavigate()
  const go: Go = change =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, ...change }),
      replace: !('item' in change),
      resetScroll: false,
    })
  return [search as ComposeSearch, go]
}
