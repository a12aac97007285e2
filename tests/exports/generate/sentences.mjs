/** @import { Random } from './random.mjs' */

/**
 * What a sentence can speak of.
 *
 * @typedef {object} Scene
 * @property {Random} random
 * @property {string} child the first name
 * @property {string} parent what the child calls the parent
 * @property {string} carer the parent's full name
 * @property {string} teacher the full name
 * @property {string} nurse the full name
 * @property {string} school
 * @property {(days: number) => string} on the day so many days after the event: "on Friday 6 March"
 */

const rooms = ['kitchen', 'front room', 'bedroom', 'garden', 'hallway'];
const doings = [
  'drawing at the kitchen table', 'building a tower of blocks', 'doing homework', 'watching a film about penguins',
  'helping to make tea', 'packing a bag for football', 'feeding the baby', 'looking at photographs',
  'building a den out of cushions', 'reading a story about a whale', 'playing a card game', 'painting a cardboard box',
];
const things = [
  'a new school jumper', 'a library book', 'a pair of football boots', 'a drawing of the cat', 'a birthday card',
  'a winter coat', 'a photograph of the summer fair', 'a certificate for swimming', 'a model of a bridge',
];
const sayings = [
  'I like my new room', 'I want to see my brother more', 'I don’t like it when they shout', 'lunch is too loud',
  'I miss my dog', 'I want to stay here', 'my teacher is kind', 'I go to sleep when the street lamp comes on',
  'we made a volcano', 'the bus was late again',
];
const foods = ['pasta', 'fish fingers', 'a jacket potato', 'rice and peas', 'soup and bread', 'beans on toast'];
const meals = ['breakfast', 'lunch', 'tea'];
const colours = ['blue', 'green', 'yellow', 'red', 'purple'];
const hours = ['half past three', 'four o’clock', 'ten past nine', 'a quarter to five', 'noon'];
const games = ['football', 'netball', 'chess', 'draughts', 'hide and seek'];

/**
 * Sentences as a good record has them, about which there is nothing to say.
 *
 * @type {((scene: Scene) => string)[]}
 */
export const plain = [
  ({ child, random }) => `${child} was ${random.one(doings)} when I arrived.`,
  ({ child, random }) => `${child} told me, “${random.one(sayings)}.”`,
  ({ child, random }) => `${child} showed me ${random.one(things)} and told me where it came from.`,
  ({ child, parent, random }) => `${parent} had cooked ${random.one(foods)} and ${child} ate two plates of it.`,
  ({ random }) => `The ${random.one(rooms)} was warm, and the floor was dry and clear.`,
  ({ child, random }) => `${child} and I sat in the ${random.one(rooms)} and talked for ${random.whole(10, 45)} minutes.`,
  ({ child, teacher, random }) => `${teacher}, ${child}’s class teacher, told me that ${child} came to school on ${random.one(['two', 'three', 'four', 'all five'])} days that week.`,
  ({ child, nurse }) => `${nurse}, the school nurse, weighed ${child} and wrote the result in the red book.`,
  ({ parent, random }) => `${parent} said to me that the heating broke on Sunday and was mended by ${random.one(hours)} on Monday.`,
  ({ child, random }) => `${child} laughed when the ${random.one(['dog', 'cat', 'rabbit', 'baby'])} ran off with a ${random.one(colours)} sock.`,
  ({ parent, child }) => `${parent} combed ${child}’s hair while we spoke.`,
  ({ child, random }) => `${child} counted to ${random.whole(10, 60)} for me and wrote the numbers on a ${random.one(colours)} card.`,
  ({ random }) => `There was milk, bread, fruit and ${random.one(foods)} in the fridge.`,
  ({ child, random }) => `The bed in ${child}’s room had clean ${random.one(colours)} sheets and a pillow.`,
  ({ child, parent, random }) => `${parent} and ${child} walked to the park at ${random.one(hours)} and fed the ducks.`,
  ({ school, random }) => `${school} is ${random.whole(5, 30)} minutes from the house on foot.`,
  ({ child, random }) => `${child} drew ${random.one(['a whale', 'a tall house', 'three trees', 'the sun', 'a train'])} and gave the picture to me.`,
  ({ carer, on, random }) => `${carer} will ring the housing office ${on(random.whole(1, 5))} about the window.`,
  ({ child, on, random }) => `I told ${child} that I will come again ${on(random.whole(6, 9))}.`,
  ({ child, random }) => `${child} played ${random.one(games)} with two friends and came back with muddy shoes.`,
  ({ parent, random }) => `${parent} gave me a cup of tea and turned the television off at ${random.one(hours)}.`,
  ({ child, parent }) => `${child} fell asleep on the sofa next to ${parent}.`,
  ({ child, random }) => `${child} has a bruise of ${random.whole(1, 4)} cm on the left shin and told me that it came from football.`,
  ({ random }) => `The taxi cost £${random.whole(4, 60)}.${random.whole(10, 99)} and I kept the receipt.`,
  ({ child, teacher, random }) => `${teacher} gave me ${child}’s reading record, in which there are ${random.whole(3, 20)} books.`,
  ({ child, parent }) => `${parent} read the last note with me, and ${child} asked what one word meant.`,
  ({ child, random }) => `${child} wants to join the ${random.one(games)} club on ${random.one(['Mondays', 'Tuesdays', 'Thursdays'])}.`,
  ({ carer, child }) => `${carer} is learning to plait ${child}’s hair from a neighbour.`,
  ({ child, random }) => `${child} chose ${random.one(colours)} paint for the wall and held the brush.`,
  ({ nurse, child }) => `${nurse} looked at ${child}’s teeth and counted two new ones.`,
  ({ child, random, parent }) => `At ${random.one(meals)} ${child} set the table and ${parent} poured the water.`,
  ({ school, teacher, random }) => `${teacher} met me at ${school} at ${random.one(hours)} and we walked to the library.`,
];
