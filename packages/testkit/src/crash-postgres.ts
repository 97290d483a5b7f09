import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Kills the server of a data folder with everything it started, at once and without a word. Its children are found where
 * /proc tells them; elsewhere they see for themselves that their parent is gone.
 */
export function crashPostgres(dataFolder: string): void {
  const postmaster = Number(readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0])
  for (const pid of [postmaster, ...childrenOf(postmaster)]) kill(pid)
}

function childrenOf(parent: number): number[] {
  try {
    return readdirSync('/proc')
      .filter(name => /^\d+$/.test(name) && parentOf(name) === parent)
      .map(Number)
  } catch {
    return []
  }
}

/** Field 4 of /proc/PID/stat, behind the name in brackets. */
function parentOf(pid: string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // Ended by itself meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
