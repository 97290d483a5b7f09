/** Whether somebody is at this page: what it asks for by itself must not keep their sign-in alive. */

/** So long after the last sign of a hand the page counts as attended. */
const attendedMs = 90_000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'input'] as const

let lastSignAt = Date.now()
const note = (): void => {
  lastSignAt = Date.now()
}
// Tests of pages run without a window.
for (const sign of signs) globalThis.addEventListener?.(sign, note, { passive: true, capture: true })

/** The header of a request that nobody asked for; the server lets the session run down. */
export const backgroundHeader = 'x-jianbao-background'

/** @returns whether a hand was at the page within the last minute and a half. */
export function isAttended(): boolean {
  return Date.now() - lastSignAt < attendedMs
}
