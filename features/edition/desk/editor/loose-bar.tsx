import { useQuery } from '@tanstack/react-query'
import { type Editor, useEditorState } from '@tiptap/react'
import { Button, Dropdown } from 'antd'
import {
  type Edition,
  type FigureAttrs,
  type FigureFact,
  offersFor,
  printFigure,
  saysFigure,
  surelyMeant,
} from '../../contract/index.ts'
import { factsQuery } from '../figure/figure.queries.ts'
import { figureTexts } from '../figure/figure.texts.ts'
import { originWords } from '../figure/figure-words.ts'
import styles from './editor.module.css'
import { type LooseInText, looseIn } from './nodes/typed-numbers.ts'

type LooseBarProps = {
  readonly editor: Editor
  readonly edition: Edition
  readonly itemId: string
  readonly hasSources: boolean
  readonly onChoose: () => void
}

const mostShown = 12
const mostOffers = 8

/** Typed numbers of the text that no figure stands behind, each with the figures it may be; the sure ones in one go. */
export function LooseBar({ editor, edition, itemId, hasSources, onChoose }: LooseBarProps) {
  const t = figureTexts.useTexts()
  const loose = useEditorState({ editor, selector: ({ editor: its }) => looseIn(its.state) })
  const query = { reach: hasSources ? ('item' as const) : ('edition' as const), itemId, pageSize: 200 }
  const facts = useQuery({ ...factsQuery(edition.id, query), enabled: loose.length > 0 }).data?.rows ?? []
  if (loose.length === 0) return null
  const sure = loose.flatMap(found => {
    const fact = surelyMeant(found, facts)
    return fact ? [{ found, fact }] : []
  })
  const link = (links: readonly { found: LooseInText; fact: FigureFact }[]) => {
    const { tr } = editor.state
    // From behind, so that what stands in front keeps its place.
    for (const { found, fact } of links.toSorted((a, b) => b.found.from - a.found.from))
      tr.replaceWith(found.from, found.to, editor.schema.nodes['figure']!.create(attrsOf(found, fact)))
    editor.view.dispatch(tr)
    editor.commands.focus()
  }
  return (
    <fieldset className={styles['loose']} aria-label={t('loose', { count: loose.length })}>
      <span>{t('loose', { count: loose.length })}</span>
      {loose.slice(0, mostShown).map(found => (
        <Dropdown
          key={`${found.from} ${found.surface}`}
          trigger={['click']}
          menu={{
            items: [
              ...offersFor(found, facts)
                .slice(0, mostOffers)
                .map(fact => ({
                  key: fact.figureId,
                  label: `${fact.of ? `${fact.of} ` : ''}${printFigure(fact)} · ${fact.measureName} · ${originWords(t, fact)}`,
                  onClick: () => link([{ found, fact }]),
                })),
              { key: 'choose', label: t('choose') },
            ],
            onClick: ({ key }) => {
              if (key !== 'choose') return
              editor.chain().focus().setTextSelection({ from: found.from, to: found.to }).run()
              onChoose()
            },
          }}
        >
          <button
            type="button"
            className={styles['looseNumber']}
            aria-label={t('link', { surface: found.surface })}
            onClick={() => editor.commands.setTextSelection({ from: found.from, to: found.to })}
          >
            {found.surface}
          </button>
        </Dropdown>
      ))}
      {sure.length > 0 ? (
        <Button size="small" type="link" onClick={() => link(sure)}>
          {t('linkAll', { count: sure.length })}
        </Button>
      ) : null}
    </fieldset>
  )
}

/** The words stay as they were typed where they say the figure; else it is printed as the report says it. */
function attrsOf({ surface }: LooseInText, fact: FigureFact): FigureAttrs {
  return {
    id: crypto.randomUUID(),
    op: 'one',
    measure: fact.measure,
    sources: [{ reportId: fact.reportId, figureId: fact.figureId }],
    shown: saysFigure(surface, fact) ? surface : printFigure(fact),
  }
}
