import type { ReactNode } from 'react'
import type { Edition, EditionItem } from '../../contract/index.ts'
import { FigurePanel } from '../figure/figure-panel.tsx'
import { ProofPanel } from '../proof/proof-panel.tsx'
import { SignPanel } from '../sign/sign-panel.tsx'
import styles from './compose.module.css'
import { composeTexts } from './compose.texts.ts'
import type { ComposeTab } from './compose-search.ts'
import type { Jump } from './item-writer.tsx'
import { PagesView } from './pages-view.tsx'
import type { PreviewKeeper } from './preview-keeper.ts'

type SideProps = {
  readonly edition: Edition
  readonly preview: PreviewKeeper
  readonly item: EditionItem | null
  readonly tab: ComposeTab
  readonly onTab: (tab: ComposeTab) => void
  readonly onJump: (place: Jump) => void
}

/** The pages as they will print, and beside them what is to be done before they may. */
export function SidePane({ edition, preview, tab, onTab, onJump }: SideProps) {
  const t = composeTexts.useTexts()
  const panels: readonly { readonly key: ComposeTab; readonly shows: () => ReactNode }[] = [
    {
      key: 'pages',
      shows: () => <PagesView preview={preview} empty={edition.content.length === 0} onJump={onJump} />,
    },
    { key: 'proof', shows: () => <ProofPanel edition={edition} onJump={onJump} /> },
    { key: 'figures', shows: () => <FigurePanel edition={edition} onJump={onJump} /> },
    { key: 'sign', shows: () => <SignPanel edition={edition} onJump={onJump} /> },
  ]
  const open = panels.find(({ key }) => key === tab) ?? panels[0]!
  return (
    <section className={styles['pane']} data-pane="side" aria-label={t('sideTabs')}>
      <fieldset className={styles['tabs']} aria-label={t('sideTabs')}>
        {panels.map(({ key }) => (
          <button key={key} type="button" aria-pressed={key === open.key} onClick={() => onTab(key)}>
            {t(`tab.${key}`)}
          </button>
        ))}
      </fieldset>
      {open.key === 'pages' ? open.shows() : <div className={styles['panel']}>{open.shows()}</div>}
    </section>
  )
}
