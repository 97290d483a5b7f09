/** A browser that comes from npm, on a machine that may have neither its libraries nor Chinese fonts. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'

const root = join(import.meta.dirname, '..')
// One folder per user: what another user unpacked can be neither run nor replaced.
const home = join(tmpdir(), `jianbao-browser-${userInfo().uid}`)

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

export async function openBrowser(): Promise<Browser> {
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const unpacked = await unpackBrowser()
  const executablePath = join(unpacked, 'chromium')
  const env = { ...(process.env as Record<string, string>), FONTCONFIG_FILE: writeFontConfig() }
  const launch = (more: Record<string, string>) =>
    playwright.launch({ executablePath, args: flags, headless: true, env: { ...env, ...more } })
  try {
    return await launch({})
  } catch (error) {
    if (!/shared libraries/.test(String(error))) throw error
    return launch({ LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib') })
  }
}

/**
 * The folder the browser lies in, unpacked the first time. It is unpacked aside and put there in one step: several test
 * files start at once, and a browser that is still being written cannot be run.
 */
async function unpackBrowser(): Promise<string> {
  const packed = join(root, 'node_modules/@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string }
  const unpacked = join(home, version)
  if (existsSync(unpacked)) return unpacked
  const aside = mkdtempSync(join(home, 'unpacking-'))
  // The package unpacks into the system's temporary folder, which it reads from here.
  process.env['TMPDIR'] = aside
  const { default: chromium, inflate } = await import('@sparticuz/chromium')
  await chromium.executablePath()
  await inflate(join(packed, 'bin/al2023.tar.br'))
  process.env['TMPDIR'] = home
  try {
    renameSync(aside, unpacked)
  } catch (error) {
    // Another test file was quicker.
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(unpacked)) throw error
  }
  return unpacked
}

/** Points the browser at the Chinese faces in node_modules, beside those of the system. */
function writeFontConfig(): string {
  const faces = ['noto-sans-sc', 'noto-serif-sc'].flatMap(family =>
    ['400Regular', '700Bold'].map(weight => join(root, 'node_modules/@expo-google-fonts', family, weight)),
  )
  const folders = [...faces, '/usr/share/fonts'].filter(existsSync).map(folder => `<dir>${folder}</dir>`)
  const file = join(home, 'fonts.conf')
  const cache = `<cachedir>${join(home, 'font-cache')}</cachedir>`
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${folders.join('')}${cache}</fontconfig>`)
  return file
}

/** Collects what must not happen while a person uses a page: errors of scripts and of the console. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return errors
}
