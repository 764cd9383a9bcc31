// The chat page: sends what is typed or pressed, and builds elements of what comes back. Text is only ever text.
"use strict";

const room = document.getElementById("the_room");
const talk = document.getElementById("the_talk");
const words = document.getElementById("the_words");
const film = document.getElementById("the_film");
const TAGS = ["p", "strong", "em", "ul", "ol", "li", "br", "a"];

function element(tag, properties, ...inside) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...inside.filter((one) => one !== null));
  return made;
}

function link(href, properties, ...inside) {
  const made = element("a", properties, ...inside);
  if (/^(https?:\/\/|\.{1,2}\/|#)/.test(href)) made.href = href;
  if (/^https?:/.test(href)) made.rel = "noopener";
  return made;
}

function node(one) {
  if (typeof one === "string") return document.createTextNode(one);
  if (!TAGS.includes(one.tag)) return document.createTextNode("");
  const inside = (one.inside || []).map(node);
  if (one.tag === "a") return link(one.href || "", {}, ...inside);
  return element(one.tag, one.start === undefined ? {} : { start: one.start }, ...inside);
}

// A spoiler: one press shows it, as in Discord.
function veil(nodes) {
  const inside = element("div", {}, ...nodes.map(node));
  const button = element("button", { type: "button", className: "veil" }, room.dataset.spoiler);
  button.addEventListener("click", () => {
    button.replaceWith(inside);
    inside.tabIndex = -1;
    inside.focus();
  });
  return button;
}

function part(one) {
  if ("heading" in one) return element("h3", {}, one.heading);
  if ("plain" in one) return element("p", {}, one.plain);
  if ("hidden" in one) return veil(one.hidden);
  return element("div", {}, ...one.text.map(node));
}

function card(one) {
  const title = one.url ? link(one.url, {}, one.title) : one.title;
  const footer = one.footer ? element("p", { className: "small" }, one.footer) : null;
  return element("div", { className: "card" }, element("h2", {}, title), ...one.parts.map(part), footer);
}

function button(one, message) {
  const className = one.primary ? "btn primary" : "btn";
  if (one.open !== undefined) return link(one.open, { className }, one.label);
  const made = element("button", { type: "button", className }, one.label);
  made.addEventListener("click", () => press(one.press, message));
  return made;
}

function menu(one, message) {
  const choices = one.choices.map((choice) => element("option", { value: choice.value }, choice.label));
  const made = element("select", { ariaLabel: one.placeholder }, element("option", { value: "" }, one.placeholder), ...choices);
  made.addEventListener("change", () => made.value && press(made.value, message));
  return made;
}

function fill(message, said, alone) {
  message.alone = alone;
  message.replaceChildren(
    element("p", { className: "who" }, "frontrow"),
    ...(said.text ? [element("p", {}, said.text)] : []),
    ...(said.card ? [card(said.card)] : []),
    ...said.rows.map((row) =>
      element("div", { className: "btns" }, ...(row.menu ? [menu(row.menu, message)] : row.buttons.map((one) => button(one, message)))),
    ),
    ...(alone ? [element("p", { className: "small" }, room.dataset.alone)] : []),
  );
}

function add(className) {
  const message = element("div", { className, tabIndex: -1 });
  talk.append(message);
  return message;
}

function show(message) {
  message.scrollIntoView({ block: "nearest" });
}

async function send(body) {
  try {
    const response = await fetch("chat", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return await response.json();
  } catch {
    return { kind: "problem", error: room.dataset.failed };
  }
}

function take(turn, pressed) {
  if (turn.kind === "removed") {
    pressed.remove();
    words.focus();
    return;
  }
  const message = turn.kind === "turns" ? pressed : add("msg");
  if (turn.kind === "problem") message.replaceChildren(element("p", {}, turn.error || room.dataset.failed));
  else fill(message, turn.message, turn.kind === "whispers" || (turn.kind === "turns" && pressed.alone));
  if (pressed) message.focus();
  show(message);
}

async function press(state, message) {
  take(await send({ press: state, alone: Boolean(message.alone) }), message);
}

async function ask(question) {
  add("msg mine").append(element("p", {}, question));
  take(await send({ question, film: film ? film.value : "" }));
}

document.getElementById("the_say").addEventListener("submit", (event) => {
  event.preventDefault();
  const question = words.value.trim();
  words.value = "";
  if (question) ask(question);
});

// A link may come with a question: /chat#who directed it
try {
  const question = decodeURIComponent(location.hash.slice(1)).trim();
  if (question) ask(question);
} catch {
  // What is malformed is no question.
}

for (const example of talk.querySelectorAll("[data-ask]")) {
  example.addEventListener("click", () => ask(example.dataset.ask));
}
