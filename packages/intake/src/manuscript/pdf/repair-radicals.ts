/** Radicals of the supplement, each with its character; those of the Kangxi block have theirs in Unicode. */
const supplement = `
⺁厂 ⺄乙 ⺆冂 ⺇几 ⺈刀 ⺉刂 ⺊卜 ⺋卩 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢水
⺣灬 ⺤爫 ⺥爪 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺯纟 ⺰纟 ⺱罒 ⺲罒 ⺳网 ⺴网 ⺵网 ⺶羊 ⺷羊 ⺸羊 ⺹老 ⺺聿 ⺻聿 ⺼月 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎
⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阜 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣
⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟
`
const characters = new Map(
  supplement
    .trim()
    .split(/\s/)
    .map(pair => [pair[0]!, pair[1]!] as const),
)

/**
 * The text with radicals (U+2E80–2FDF) as the characters they stand for: some fonts map a character to the radical that
 * looks like it. Nothing else of the text is touched.
 */
export function repairRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, found => characters.get(found) ?? found.normalize('NFKC'))
}
