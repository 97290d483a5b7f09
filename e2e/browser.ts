/** A browser that comes from npm, on a machine that may have neither its libraries nor Chinese fonts. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
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
  // The package unpacks into the system's temporary folder, which it reads from here.
  process.env['TMPDIR'] = home
  const { default: chromium, inflate } = await import('@sparticuz/chromium')
  const executablePath = await chromium.executablePath()
  const env = { ...(process.env as Record<string, string>), FONTCONFIG_FILE: writeFontConfig() }
  const launch = (more: Record<string, string>) =>
    playwright.launch({ executablePath, args: flags, headless: true, env: { ...env, ...more } })
  try {
    return await launch({})
  } catch (error) {
    if (!/shared libraries/.test(String(error))) throw error
    const packed = join(root, 'node_modules/@sparticuz/chromium/bin/al2023.tar.br')
    await inflate(packed)
    return launch({ LD_LIBRARY_PATH: join(home, 'al2023', 'lib') })
  }
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
