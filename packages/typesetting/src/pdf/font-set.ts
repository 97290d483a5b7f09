import { type Face, findFaces } from '../fonts/find-faces.ts'
import { type Coverage, readCoverage } from '../fonts/font-file.ts'
import { type Role, roles } from '../fonts/roles.ts'
import { unpackFace } from '../fonts/unpack-fonts.ts'

type Named = { name: string; covers?: string }

/** The faces as the engine takes them: files to load, and for each role the list it is set from. */
export type FontSet = {
  files: string[]
  fonts: Record<Role, Named[]>
  weights: Record<Role, number>
  faces: Record<Role, string>
  coverages: Coverage[]
}

// Letters and figures only: marks such as ● · ① × come from the Chinese face, in its width.
const latin: Named = { name: 'Libertinus Serif', covers: '[ -~À-ÖØ-öø-ɏ]' }

/** Finds, unpacks and reads the faces of all roles. A role without a face is set from the others. */
export async function openFontSet(
  fontFolders: readonly string[],
  cacheFolder: string | null,
): Promise<FontSet> {
  const report = findFaces({ folders: fontFolders })
  const found: Face[] = []
  for (const role of roles) {
    const face = report.faces[role]
    if (face) found.push(await unpackFace(face, cacheFolder ?? undefined))
  }
  const files = [...new Set([...found, ...report.lenders].map(font => font.file))]
  const lenders = report.lenders.flatMap(font => font.families)
  const set = { files, coverages: files.map(readCoverage) } as FontSet
  set.fonts = {} as FontSet['fonts']
  set.weights = {} as FontSet['weights']
  set.faces = {} as FontSet['faces']
  for (const role of roles) {
    const own = found.find(face => face.role === role)
    set.fonts[role] = [...listFaces(role, found), ...lenders.map(name => ({ name }))]
    set.weights[role] = own?.weight ?? 400
    set.faces[role] = own?.family ?? '—'
  }
  return set
}

/** Latin first where the role takes a serif Latin, then the role's own face, then every other as a lender of glyphs. */
function listFaces(role: Role, found: readonly Face[]): Named[] {
  const own = found.find(face => face.role === role)
  const song = found.find(face => face.role === 'song')
  const list: Named[] = role === 'hei' || role === 'biaosong' ? [] : [latin]
  // LXGW WenKai draws curly quotation marks half as wide as Chinese sets them.
  if (own?.names.includes('LXGW WenKai') && song)
    list.push(...song.names.map(name => ({ name, covers: '[“”‘’]' })))
  const lenders = [own, song, ...found].flatMap(face => face?.names ?? [])
  return [...list, ...[...new Set(lenders)].map(name => ({ name })), { name: 'Libertinus Serif' }]
}
