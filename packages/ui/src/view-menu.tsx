import { DeleteOutlined, StarOutlined } from '@ant-design/icons'
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type FormEvent, useId, useRef, useState } from 'react'
import { remember, remembered, useMemory } from './browser-memory.ts'
import { keepView, readViews, type SavedView, viewSearch } from './saved-views.ts'
import { parseSearch } from './search-params.ts'
import { uiTexts } from './ui.texts.ts'
import { useDismissal } from './use-dismissal.ts'
import styles from './view-menu.module.css'

/** With some room to the edge of the window. */
const panelWidth = 300

/** Filters kept under a name, for the list of this page: what one looks at every Monday is one press away. */
export function ViewMenu() {
  const t = uiTexts.useTexts()
  const [open, setOpen] = useState(false)
  const [atEnd, setAtEnd] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const panel = useId()
  useDismissal(box, open, () => setOpen(false))
  return (
    <div ref={box} className={styles['menu']}>
      <Button
        icon={<StarOutlined aria-hidden="true" />}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        onClick={() => {
          setAtEnd((box.current?.getBoundingClientRect().left ?? 0) + panelWidth > innerWidth)
          setOpen(!open)
        }}
      >
        {t('views')}
      </Button>
      {open ? (
        <section id={panel} className={styles['panel']} data-end={atEnd} aria-label={t('views')}>
          <Views onChoose={() => setOpen(false)} />
        </section>
      ) : null}
    </div>
  )
}

function Views({ onChoose }: { onChoose: () => void }) {
  const t = uiTexts.useTexts()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const filters: Record<string, unknown> = useSearch({ strict: false })
  const key = `jianbao.views.${pathname}`
  const views = readViews(useMemory(() => remembered(key)))
  const keep = (next: readonly SavedView[]) => remember(key, JSON.stringify(next))
  const here = viewSearch(filters)
  return (
    <>
      {views.length === 0 ? <p>{t('noViews')}</p> : null}
      <ul>
        {views.map(view => (
          <li key={view.name}>
            <button
              type="button"
              aria-current={view.search === here}
              onClick={() => {
                onChoose()
                void navigate({ to: '.', search: parseSearch(view.search) })
              }}
            >
              {view.name}
            </button>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden="true" />}
              aria-label={t('removeView', { name: view.name })}
              onClick={() => keep(views.filter(({ name }) => name !== view.name))}
            />
          </li>
        ))}
      </ul>
      {here === '' ? null : <KeepView onKeep={name => keep(keepView(views, { name, search: here }))} />}
    </>
  )
}

function KeepView({ onKeep }: { onKeep: (name: string) => void }) {
  const t = uiTexts.useTexts()
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim()) return
    onKeep(name.trim())
    setName('')
  }
  return (
    <form className={styles['keep']} onSubmit={submit}>
      <Input
        value={name}
        maxLength={30}
        aria-label={t('viewName')}
        placeholder={t('viewName')}
        onChange={event => setName(event.target.value)}
      />
      <Button htmlType="submit" disabled={!name.trim()}>
        {t('keepView')}
      </Button>
    </form>
  )
}
