/** The forms an issue is kept in: set once, then never again. */
import type { FileStore } from '@jianbao/platform/files'
import type { EditionTypesetting } from '../typesetting.port.ts'
import type { FreezeOrder } from './freeze-order.ts'

export type Forms = Readonly<Record<'pdf' | 'docx' | 'html' | 'txt', string>>

export type FormSetting = Pick<EditionTypesetting, 'pdf' | 'docx' | 'html' | 'text'>

type Made = {
  readonly typesetting: FormSetting
  /** Where everything of an issue is kept under its hash: its forms and its pictures. */
  readonly store: FileStore
  readonly readPicture: (sha256: string) => Promise<Uint8Array>
}

const limitBytes = 512 * 1024 * 1024

/** Throws what typesetting throws: the issue cannot be set. */
export async function preflight(
  { typesetting, readPicture }: Omit<Made, 'store'>,
  order: FreezeOrder,
): Promise<void> {
  const images = await readImages(readPicture, order)
  await typesetting.pdf(order.model, { ...order.setting, images })
}

/** Sets all forms of what was ordered and keeps them with its pictures; answers their hashes. */
export async function makeForms(made: Made, order: FreezeOrder, signedAt: Date): Promise<Forms> {
  const { typesetting, store } = made
  const { model, setting } = order
  const images = await readImages(made.readPicture, order)
  const keep = async (bytes: Uint8Array): Promise<string> => {
    const received = await store.receive(bytes, { limitBytes })
    await received.keep()
    return received.sha256
  }
  for (const { key } of order.pictures) await keep(images[key]!)
  const { profile } = setting
  return {
    pdf: await keep(await typesetting.pdf(model, { ...setting, images, createdAt: signedAt })),
    docx: await keep(await typesetting.docx(model, { profile, images })),
    html: await keep(Buffer.from(await typesetting.html(model, { standalone: true, images }))),
    txt: await keep(Buffer.from(await typesetting.text(model))),
  }
}

async function readImages(
  readPicture: Made['readPicture'],
  { pictures }: FreezeOrder,
): Promise<Record<string, Uint8Array>> {
  const read: Record<string, Uint8Array> = {}
  for (const { key, sha256 } of pictures) read[key] = await readPicture(sha256)
  return read
}
