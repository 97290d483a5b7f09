/** A process that keeps work ledgers of a real server until it is killed. */
import { systemClock } from '@jianbao/platform/clock'
import { openDatabase } from '@jianbao/platform/db'
import { openKeeping } from './open-keeping.ts'

const [url, folder] = process.argv.slice(2)
if (import.meta.main && url && folder) {
  const connection = await openDatabase({ url, folder })
  await openKeeping({ connection, clock: systemClock, onError: error => console.error(error) }).start()
}
