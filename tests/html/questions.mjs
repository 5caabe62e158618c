// Ten questions of a parent with a phone, who finds the way by what a page shows: three clicks, then two screens.
import { address, each, end, fault } from './site.mjs';

const PHONE = { width: 390, height: 844 };
const CLICKS = 3;
const SCREENS = 2;

// Where the parent begins, what is clicked there and next, and what the answer says. A word in brackets is typed in the
// search field and sent, which counts as a click.
const QUESTIONS = [
  {
    asks: 'How long is my child’s school health record kept?',
    from: 'flen/sv',
    clicks: ['Elevhälsans journaler'],
    answer: 'Journaler bevaras för all framtid',
  },
  {
    asks: 'Who gets our income data?',
    from: 'dragor/da',
    clicks: ['Forældrebetaling og fripladstilskud', 'Hvem får dem?'],
    answer: 'andre offentlige myndigheder (når vi er berettigede eller forpligtede til det)',
  },
  {
    asks: 'Does anything go to the USA?',
    from: 'dragor/da',
    clicks: ['Uden for EU/EØS'],
    answer: 'Oplysninger overføres til Meta Platforms, Inc. (tidligere Facebook, Inc.) i USA',
  },
  {
    asks: 'How do I withdraw my consent to pictures?',
    from: 'lund/sv',
    clicks: ['Foto och film', 'Måste du lämna uppgifterna?'],
    answer: 'Så återkallas samtycket: kommunens e-tjänst för återkallande',
  },
  {
    asks: 'Whom do I complain to?',
    from: 'nassjo/sv',
    clicks: ['Personuppgifter i barn- och utbildningsnämndens e-tjänster', 'På den här sidan', 'Klagomål'],
    answer: 'Integritetsskyddsmyndigheten (IMY)',
  },
  {
    asks: 'How long do you keep what I told about special food?',
    from: 'flen/sv',
    clicks: [['specialkost'], 'Specialkost'],
    answer: 'Listor över specialkost sparas tills barnet eller eleven inte längre finns kvar i verksamheten',
  },
  {
    asks: 'Who learns that my child goes by school transport?',
    from: 'flen/sv',
    clicks: [['skjuts'], 'Skolskjuts'],
    answer: 'Sörmlandstrafiken och taxientreprenören som utför skolskjutsen',
  },
  {
    asks: 'Who is the data protection officer?',
    from: 'dragor/da',
    clicks: [['databeskyttelsesrådgiver']],
    answer: 'Databeskyttelsesrådgiver: xrd@hvidovre.dk og 36 39 36 03',
  },
  {
    asks: 'Which systems have the timetable and the marks?',
    from: 'nassjo/sv',
    clicks: ['Elevinformation', 'På den här sidan', 'Om behandlingen'],
    answer: 'System: Dexter, Itslearning och NovaSchem',
  },
  {
    asks: 'Is my child’s health record protected more than other data?',
    from: 'botkyrka/sv',
    clicks: [['journal'], 'Elevhälsans journalsystem'],
    answer: 'Känsliga personuppgifter: hälsa',
  },
];

// What can be clicked, in the order of the page.
const clickable = 'a[href], summary, button';

const click = async (tab, words) => {
  if (typeof words !== 'string') {
    const field = tab.getByRole('searchbox').first();
    await field.fill(words[0]);
    await field.press('Enter');
    await tab.locator('#found a').first().waitFor();
    return;
  }
  for (const exact of [true, false]) {
    for (const one of await tab.locator(clickable).filter({ visible: true }).all()) {
      const text = (await one.innerText()).trim();
      if (exact ? text === words : text.includes(words)) {
        await one.click();
        return;
      }
    }
  }
  throw new Error(`nothing to click says “${words}”`);
};

// How far below the top of the window the words end, or null if they are not to be seen.
const below = (tab, words) => tab.evaluate((words) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  let whole = '';
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) continue;
    texts.push([whole.length, node]);
    whole += node.data;
  }
  const ends = [];
  for (let at = whole.indexOf(words); at >= 0; at = whole.indexOf(words, at + 1)) {
    const range = document.createRange();
    const place = (spot) => {
      const [start, node] = texts.findLast(([start]) => start <= spot);
      return [node, spot - start];
    };
    range.setStart(...place(at));
    const [node, offset] = place(at + words.length - 1);
    range.setEnd(node, offset + 1);
    const { top, bottom, width } = range.getBoundingClientRect();
    if (width > 1 && top >= 0) ends.push(bottom);
  }
  return ends.length > 0 ? Math.round(Math.min(...ends)) : null;
}, words);

await each(QUESTIONS, { viewport: PHONE, isMobile: true, hasTouch: true }, async (tab, { asks, from, clicks, answer }) => {
  await tab.goto(address(`public/${from}/index.html`));
  if (clicks.length > CLICKS) fault(asks, `takes ${clicks.length} clicks`);
  for (const words of clicks) await click(tab, words);
  await tab.waitForLoadState();
  const depth = await below(tab, answer);
  if (depth === null) fault(asks, `“${answer}” is not on ${tab.url()}`);
  else if (depth > SCREENS * PHONE.height) fault(asks, `“${answer}” is ${depth} pixels down on ${tab.url()}`);
});
await end('questions', QUESTIONS.length);
