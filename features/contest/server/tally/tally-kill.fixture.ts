/** A process that follows the logs of a real server until it is killed. */
import { systemClock } from '@jianbao/platform/clock'
import { openDatabase } from '@jianbao/platform/db'
import { openSealer } from '@jianbao/platform/seal'
import { openContests } from '../play/open-contests.ts'
import { openTallying } from './open-tallying.ts'

const [url, folder] = process.argv.slice(2)
if (import.meta.main && url && folder) {
  const connection = await openDatabase({ url, folder })
  const contests = openContests({
    db: connection.db,
    sealer: await openSealer(folder),
    secret: 'of the test',
  })
  const onError = (error: unknown) => console.error(error)
  const tallying = openTallying({ connection, clock: systemClock, contests, onError })
  await tallying.start()
}
