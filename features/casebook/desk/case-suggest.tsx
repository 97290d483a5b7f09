import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { caseTexts } from './case.texts.ts'

// Loaded when it is first opened: the desk loads this room's door at its start.
const SuggestDrawer = lazy(() => import('./suggest-drawer.tsx'))

/** Offers the cases most like a text that is being written; it only shows, the text stays as it is. */
export function CaseSuggest({ text }: { readonly text: string }) {
  const t = caseTexts.useTexts()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('suggest')}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <SuggestDrawer text={text} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
