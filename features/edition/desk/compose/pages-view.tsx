import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { ListSkeleton, remember, remembered, useMemory, useProblemText } from '@jianbao/ui'
import { Button, Select } from 'antd'
import { memo, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import styles from './compose.module.css'
import { composeTexts } from './compose.texts.ts'
import type { Jump } from './item-writer.tsx'
import { LayoutFaults } from './layout-faults.tsx'
import pagesStyles from './pages.module.css'
import type { PreviewKeeper } from './preview-keeper.ts'

const zooms = ['fit', '75', '100', '150'] as const
const zoomKey = 'jianbao.compose.zoom'
const pixelsPerPoint = 4 / 3

type ViewProps = {
  readonly preview: PreviewKeeper
  readonly empty: boolean
  readonly onJump: (place: Jump) => void
}

/** The pages, one below the other; the one that is being written comes into sight. */
export function PagesView({ preview, empty, onJump }: ViewProps) {
  const t = composeTexts.useTexts()
  const text = useProblemText()
  const { shown, error } = useSyncExternalStore(preview.subscribe, preview.snapshot)
  const box = useRef<HTMLElement>(null)
  const [page, setPage] = useState(0)
  const zoom = useMemory(() => remembered(zoomKey)) ?? 'fit'
  const pages = shown?.pages ?? []
  const turn = (to: number) => scrollTo(box.current, Math.max(0, Math.min(pages.length - 1, to)))
  const touched = shown?.touched ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new setting asks anew
  useEffect(() => {
    if (touched !== null && !inSight(box.current, touched)) scrollTo(box.current, touched)
  }, [touched, shown])
  const width = shown && zoom !== 'fit' ? (shown.widthPt * pixelsPerPoint * Number(zoom)) / 100 : null
  return (
    <>
      <div className={pagesStyles['pageBar']}>
        <Button
          size="small"
          icon={<LeftOutlined aria-hidden="true" />}
          aria-label={t('previousPage')}
          disabled={page <= 0}
          onClick={() => turn(page - 1)}
        />
        <span className={pagesStyles['pageNo']}>
          {pages.length > 0
            ? t('pageOf', { page: Math.min(page, pages.length - 1) + 1, pages: pages.length })
            : null}
        </span>
        <Button
          size="small"
          icon={<RightOutlined aria-hidden="true" />}
          aria-label={t('nextPage')}
          disabled={page >= pages.length - 1}
          onClick={() => turn(page + 1)}
        />
        <Select
          size="small"
          className={pagesStyles['zoom'] ?? ''}
          aria-label={t('zoom')}
          value={zoom}
          onChange={next => remember(zoomKey, next)}
          options={zooms.map(value => ({
            value,
            label: value === 'fit' ? t('zoomFit') : t('zoomPercent', { percent: value }),
          }))}
        />
        {shown ? <LayoutFaults shown={shown} onJump={onJump} onPage={turn} /> : null}
      </div>
      {error ? (
        <p className={styles['claim']} data-tone="doubt" role="status">
          <span>{t('notSet', { reason: text(error) })}</span>
          <Button size="small" onClick={() => void preview.ask()}>
            {t('retry')}
          </Button>
        </p>
      ) : null}
      <section
        ref={box}
        className={pagesStyles['sheets']}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the keys
        tabIndex={0}
        aria-label={t('tab.pages')}
        onScroll={({ currentTarget }) => setPage(topmost(currentTarget))}
      >
        {!shown && !error ? <ListSkeleton rows={10} /> : null}
        {shown && empty ? <p className={styles['nothing']}>{t('noPages')}</p> : null}
        {shown
          ? pages.map(({ hash, svg }, at) => (
              <Sheet
                // A page stays the same element while its words change.
                // biome-ignore lint/suspicious/noArrayIndexKey: pages have no name but their number
                key={at}
                hash={hash}
                svg={svg}
                label={t('pageName', { page: at + 1 })}
                width={width}
                ratio={shown.widthPt / shown.heightPt}
              />
            ))
          : null}
      </section>
    </>
  )
}

type SheetProps = {
  readonly hash: string
  readonly svg: string
  readonly label: string
  readonly width: number | null
  readonly ratio: number
}

const Sheet = memo(function Sheet({ hash, svg, label, width, ratio }: SheetProps) {
  return (
    <div
      className={pagesStyles['sheet']}
      role="img"
      aria-label={label}
      data-page={hash}
      style={{ aspectRatio: String(ratio), ...(width === null ? {} : { width }) }}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own engine: outlines, no script, no words of others
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  )
})

const sheets = (box: HTMLElement): HTMLElement[] => [...box.querySelectorAll<HTMLElement>('[data-page]')]

/** The page that takes the middle of the box. */
function topmost(box: HTMLElement): number {
  const middle = box.scrollTop + box.clientHeight / 2
  const at = sheets(box).findIndex(sheet => sheet.offsetTop + sheet.offsetHeight > middle)
  return at === -1 ? Math.max(0, sheets(box).length - 1) : at
}

function inSight(box: HTMLElement | null, at: number): boolean {
  const sheet = box && sheets(box)[at]
  if (!sheet) return true
  return (
    sheet.offsetTop < box.scrollTop + box.clientHeight && sheet.offsetTop + sheet.offsetHeight > box.scrollTop
  )
}

function scrollTo(box: HTMLElement | null, at: number): void {
  const sheet = box && sheets(box)[at]
  if (sheet) box.scrollTo({ top: sheet.offsetTop - 8 })
}
