/** Nicknames of people who are nobody: a thing, what it is like, and a number where both come again. */
const likes = [
  '晨光里的',
  '爱提问的',
  '山脚下的',
  '慢慢走的',
  '会发光的',
  '屋檐下的',
  '河对岸的',
  '认真的',
  '早起的',
  '好奇的',
]
const things = [
  '小麦',
  '梧桐',
  '石榴',
  '白鹭',
  '望远镜',
  '蒲公英',
  '显微镜',
  '银杏',
  '萤火虫',
  '地球仪',
  '云朵',
  '竹笋',
  '放大镜',
]

export function nicknameOf(at: number): string {
  const name = `${likes[at % likes.length]}${things[Math.floor(at / likes.length) % things.length]}`
  const round = Math.floor(at / (likes.length * things.length))
  return round === 0 ? name : `${name}${round + 1}`
}
