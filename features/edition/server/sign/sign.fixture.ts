/** An edition of its own series with a piece in it, and carrying it along its chain. */
import type { Agent, TestApp } from '@jianbao/testkit'
import { docOf, type Edition, type SeriesDraft } from '../../contract/index.ts'
import { addTo, beginEdition, openSeries } from '../edition.fixture.ts'

export const pieceOf = (headline: string, text: string) => ({
  kind: 'article',
  headline,
  subtitle: '',
  contributor: '云岭市科协',
  doc: docOf(text),
})

/** Begun and filled by the editor. */
export async function filledEdition(
  app: TestApp,
  by: Agent,
  written: Partial<SeriesDraft> & { readonly seriesId?: string; readonly special?: boolean } = {},
): Promise<Edition> {
  const { seriesId, special = false, ...series } = written
  const { id } = await beginEdition(by, seriesId ?? (await openSeries(app, series)), special)
  await addTo(by, id, 'news', {
    text: pieceOf('云岭市科协开展读书活动', '6月1日，云岭市科协开展读书活动。\n活动有120人参加。'),
  })
  return readEdition(by, id)
}

export async function readEdition(by: Agent, id: string): Promise<Edition> {
  return (await by.get(`/api/editions/${id}`)).json<Edition>()
}

/** Carries out a deed; fails the test when it is refused. */
export async function actOn(
  by: Agent,
  { id, version }: Pick<Edition, 'id' | 'version'>,
  deed: string,
  more: object = {},
): Promise<Edition> {
  const answer = await by.post(`/api/editions/${id}/${deed}`, { version, ...more })
  if (answer.statusCode !== 200) throw new Error(`${deed}: ${answer.body}`)
  return answer.json<Edition>()
}
