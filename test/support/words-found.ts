/** Which of some words stand in a text, in whatever case. */
export function wordsIn(text: string | Buffer, words: readonly string[]): string[] {
  const searched = (typeof text === 'string' ? text : text.toString('utf8')).toLowerCase();
  return words.filter((word) => searched.includes(word.toLowerCase()));
}
