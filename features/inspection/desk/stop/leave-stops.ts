/** Before somebody signs out: what waits goes to the server, what it has leaves the device, the rest is told. */
import { beforeSignOut } from '@jianbao/ui'
import i18next from 'i18next'
import { dropShell } from '../offline/keep-shell.ts'
import { deviceStops } from './device-stops.ts'
import { openStops } from './open-stops.ts'

export function leaveStopsAtSignOut(namespace: string): void {
  beforeSignOut(async personId => {
    await Promise.all([...openStops].map(keeper => keeper.flush()))
    await dropShell()
    const device = deviceStops(personId)
    // A browser that keeps nothing holds nothing back.
    const waiting = await device.waiting().catch(() => [])
    await device.dropSent().catch(() => undefined)
    return waiting.length === 0 ? null : i18next.t('stopsLeft', { ns: namespace, count: waiting.length })
  })
}
