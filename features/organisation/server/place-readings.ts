/**
 * Names of places that are said otherwise than their characters usually are, and that the list of readings does not
 * know. Both readings find the place, because not everybody who types knows.
 */
export const placeReadings: readonly (readonly [name: string, syllables: string])[] = [
  ['浚县', 'xun xian'],
  ['召陵', 'shao ling'],
  ['泌阳', 'bi yang'],
  ['单县', 'shan xian'],
  ['洪洞', 'hong tong'],
  ['黄陂', 'huang pi'],
  ['尉犁', 'yu li'],
  ['曾都', 'zeng du'],
  ['涡阳', 'guo yang'],
  ['歙县', 'she xian'],
  ['郫都', 'pi du'],
  ['筠连', 'jun lian'],
  ['大埔', 'da bu'],
  ['吴堡', 'wu bu'],
  ['十里堡', 'shi li pu'],
]
