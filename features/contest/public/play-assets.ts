/** What the page of a contest is made of besides its words: one script, and styles that stand in the page. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export type PlayAssets = {
  /** Its address; null where nothing was built. */
  readonly script: string | null
  readonly styles: string
  /** A built file in the forms it is sent in, made when it is first asked for; null: none of this name. */
  readonly find: (name: string) => PlayFile | null
}

export type PlayFile = { readonly plain: Buffer; readonly gzip: Buffer; readonly brotli: Buffer }

/** Reads what the build has left in `folder`; without a build the page has no script and says what to do. */
export function readPlayAssets(folder: string): PlayAssets {
  const styles = shorten(readFileSync(new URL('./player/player.css', import.meta.url), 'utf8'))
  const names = namesOf(folder)
  const forms = new Map<string, PlayFile>()
  return {
    script: names[0] === undefined ? null : `/play/assets/${names[0]}`,
    styles,
    find: name => {
      if (!names.includes(name)) return null
      const known = forms.get(name) ?? formsOf(readFileSync(join(folder, name)))
      forms.set(name, known)
      return known
    },
  }
}

function namesOf(folder: string): string[] {
  try {
    return readdirSync(folder).filter(name => /^player-[\w-]+\.js$/.test(name))
  } catch {
    return []
  }
}

const formsOf = (plain: Buffer): PlayFile => ({
  plain,
  gzip: gzipSync(plain, { level: 9 }),
  brotli: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
})

/** Without comments and blanks that say nothing. */
const shorten = (css: string): string =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .trim()
