import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { type FontFile, readFontNames } from './font-file.ts'
import { type Role, roleNames, roles, standIns, wanted } from './roles.ts'

export type Face = {
  role: Role
  /** 仿宋, 小标宋 …: what the field calls the role. */
  roleName: string
  /** Family name for people. */
  family: string
  /** Every family name the file answers to. */
  names: string[]
  weight: number
  file: string
  source: 'folder' | 'system' | 'npm'
  /** The face only stands in for the one the standard names. */
  standIn: boolean
}

export type FaceReport = {
  faces: Record<Role, Face | null>
  /** Roles for which no face was found at all. */
  missing: Role[]
  /** Other fonts in the installation's folders: they lend single characters, such as rare ones of names. */
  lenders: FontFile[]
}

export type FindFacesOptions = {
  /** The installation's own fonts folders, searched first. */
  folders?: readonly string[] | undefined
  /** Where the system keeps fonts; the usual places when left out. */
  systemFolders?: readonly string[] | undefined
}

// In a system folder only files that may be ours are opened: there can be thousands.
const likely = /fang|kai|hei|song|sun|fz|zhuque|fandol|仿|楷|黑|宋/iu
const fontName = /\.(?:ttf|otf|ttc|otc)$/iu

/**
 * Which face is used for each role and where it comes from: the installation's folders first, then the system,
 * then npm. Opens files, writes nothing.
 */
export function findFaces(options: FindFacesOptions = {}): FaceReport {
  const own = listFonts(options.folders ?? []).flatMap(file => readFontNames(file) ?? [])
  const system = listFonts(options.systemFolders ?? systemFontFolders()).filter(file =>
    likely.test(path.basename(file)),
  )
  const installed = system.flatMap(file => readFontNames(file) ?? [])
  const faces = {} as Record<Role, Face | null>
  for (const role of roles)
    faces[role] = pick(role, own, 'folder') ?? pick(role, installed, 'system') ?? standInFor(role)
  const used = new Set(roles.map(role => faces[role]?.file))
  return {
    faces,
    missing: roles.filter(role => faces[role] === null),
    lenders: own.filter(font => !used.has(font.file)),
  }
}

function pick(role: Role, fonts: readonly FontFile[], source: 'folder' | 'system'): Face | null {
  for (const name of wanted[role]) {
    const font = fonts.find(
      candidate =>
        candidate.families.some(family => family.toLowerCase() === name.toLowerCase()) &&
        !/bold|italic|oblique/iu.test(candidate.style),
    )
    if (font)
      return {
        role,
        roleName: roleNames[role],
        family: name,
        names: font.families,
        weight: 400,
        file: font.file,
        source,
        standIn: false,
      }
  }
  return null
}

function standInFor(role: Role): Face | null {
  const { locate, family, weight } = standIns[role]
  try {
    const file = locate()
    return {
      role,
      roleName: roleNames[role],
      family,
      names: [family],
      weight,
      file,
      source: 'npm',
      standIn: true,
    }
  } catch {
    return null // the package was left out of this installation; the report names the role
  }
}

/** Where this system keeps its fonts, existing or not. */
export function systemFontFolders(): string[] {
  if (process.platform === 'win32') return ['C:\\Windows\\Fonts']
  if (process.platform === 'darwin')
    return ['/System/Library/Fonts', '/Library/Fonts', path.join(homedir(), 'Library/Fonts')]
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    path.join(homedir(), '.fonts'),
    path.join(homedir(), '.local/share/fonts'),
  ]
}

/** Font files below some folders, in a stable order; a folder that is missing or closed to us has none. */
export function listFonts(folders: readonly string[]): string[] {
  return folders.flatMap(folder => {
    try {
      return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && fontName.test(entry.name))
        .map(entry => path.join(entry.parentPath, entry.name))
        .sort()
    } catch {
      return []
    }
  })
}
