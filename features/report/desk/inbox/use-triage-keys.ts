import { useEffect, useRef } from 'react'
import { readTriageKey, type TriageAct } from './triage.keys.ts'

const fields =
  'input:not([type=checkbox]), textarea, select, [contenteditable], [role="menu"], [role="combobox"]'
const controls = 'button, a, summary, input[type=checkbox]'

/** The keys of the inbox, from anywhere on its page. */
export function useTriageKeys(onAct: (act: TriageAct) => void): void {
  const latest = useRef(onAct)
  useEffect(() => {
    latest.current = onAct
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      const dialog = [...document.querySelectorAll('[role="dialog"]:not([hidden])')].some(each =>
        each.checkVisibility(),
      )
      const act = readTriageKey({
        key: event.key,
        modified: event.ctrlKey || event.metaKey || event.altKey,
        taken: event.isComposing || event.defaultPrevented || dialog || Boolean(target?.closest(fields)),
        onControl: Boolean(target?.closest(controls)),
      })
      if (!act) return
      event.preventDefault()
      latest.current(act)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
