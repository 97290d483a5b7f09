/** @jsxImportSource preact */
import { options, render } from 'preact'
import type { PlaySettings } from '../../contract/play-settings.ts'
import { openKeep } from './player.keep.ts'
import { runPlayer } from './player.run.ts'
import { switchType } from './player.type-size.ts'
import { App } from './views/app.tsx'

const settings = JSON.parse(document.getElementById('settings')!.textContent!) as PlaySettings
const root = document.getElementById('player')!
const keep = openKeep(settings.slug, () => window.localStorage)

// From an account elsewhere the browser comes back with a grant, which is spent once, or with why not.
const { hash } = location
const grant = /^#grant=([A-Za-z0-9_.-]+)$/.exec(hash)?.[1] ?? null
const arrival = { grant, refused: hash.indexOf('#refused=') === 0 }
const arrived = grant !== null || arrival.refused
if (arrived) history.replaceState(null, '', location.pathname)

// Before 2019 browsers had promises but no other way to wait a moment.
if (typeof queueMicrotask !== 'function')
  options.debounceRendering = work => void Promise.resolve().then(work)

switchType()
root.textContent = ''
const player = runPlayer(settings, keep, its => {
  document.documentElement.setAttribute('data-step', its.state.step)
  render(<App player={its} arrival={arrival} />, root)
})
if (arrived && !player.state.standing) {
  player.happen({ type: 'begin', wish: 'paper' })
  if (grant) player.happen({ type: 'join', wish: { kind: 'oauth', grant, wishKey: keep.wishKey() } })
}
