// Places in a picture are drawn where they are, beside being written in numbers.
(() => {
  'use strict';
  const figure = document.querySelector('[data-places]');
  if (!figure) return;
  const svg = figure.querySelector('svg');
  const places = [...document.querySelectorAll('[data-place]')];
  const shapeOf = (place) => place.querySelector('select');
  const figuresOf = (place) => place.querySelector('input');
  let drawn = places.find((place) => !figuresOf(place).value) ?? places[0];

  const element = (name, attributes, within) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    return within.appendChild(made);
  };

  const show = () => {
    svg.replaceChildren();
    places.forEach((place) => {
      place.classList.toggle('place-drawn', place === drawn);
      const look = place === drawn ? 'region region-drawn' : 'region';
      const numbers = figuresOf(place).value.trim().split(/[\s,]+/).filter((part) => part !== '').map(Number);
      if (numbers.some(Number.isNaN)) return;
      const part = numbers.map((number) => `${number}%`);
      if (shapeOf(place).value === 'circle' && numbers.length === 3) {
        element('circle', { class: look, cx: part[0], cy: part[1], r: part[2] }, svg);
      } else if (shapeOf(place).value === 'rectangle' && numbers.length === 4) {
        element('rect', { class: look, x: part[0], y: part[1], width: part[2], height: part[3] }, svg);
      } else if (shapeOf(place).value === 'polygon' && numbers.length >= 4 && numbers.length % 2 === 0) {
        const box = element('svg', { width: '100%', height: '100%', viewBox: '0 0 100 100', preserveAspectRatio: 'none' }, svg);
        element('polygon', { class: look, points: numbers.join(' '), 'vector-effect': 'non-scaling-stroke' }, box);
      }
    });
  };

  const write = (numbers) => {
    const input = figuresOf(drawn);
    input.value = numbers.map((number) => String(Math.round(number * 10) / 10)).join(' ');
    show();
  };
  const told = () => figuresOf(drawn).dispatchEvent(new Event('input', { bubbles: true }));

  const at = (event) => {
    const box = figure.getBoundingClientRect();
    const share = (value, from, size) => Math.min(100, Math.max(0, (100 * (value - from)) / size));
    return { x: share(event.clientX, box.left, box.width), y: share(event.clientY, box.top, box.height), box };
  };

  let from = null;
  figure.addEventListener('pointerdown', (event) => {
    if (!drawn) return;
    event.preventDefault();
    from = at(event);
    figure.setPointerCapture(event.pointerId);
    if (shapeOf(drawn).value === 'polygon') {
      const before = figuresOf(drawn).value.trim();
      write([...(before ? before.split(/[\s,]+/).map(Number) : []), from.x, from.y]);
    }
  });
  figure.addEventListener('pointermove', (event) => {
    if (!from || shapeOf(drawn).value === 'polygon') return;
    const to = at(event);
    if (shapeOf(drawn).value === 'rectangle') {
      write([Math.min(from.x, to.x), Math.min(from.y, to.y), Math.floor(Math.abs(to.x - from.x) * 10) / 10, Math.floor(Math.abs(to.y - from.y) * 10) / 10]);
    } else {
      // A radius is a share of the diagonal, divided by the root of two, as SVG has it.
      const { width, height } = from.box;
      const radius = Math.hypot(((to.x - from.x) * width) / 100, ((to.y - from.y) * height) / 100);
      write([from.x, from.y, (100 * radius) / (Math.hypot(width, height) / Math.SQRT2)]);
    }
  });
  figure.addEventListener('pointerup', () => {
    if (from) told();
    from = null;
  });
  figure.addEventListener('pointercancel', () => {
    from = null;
  });

  places.forEach((place) => place.addEventListener('focusin', () => {
    drawn = place;
    show();
  }));
  document.addEventListener('input', (event) => {
    if (event.target.closest('[data-place]')) show();
  });
  show();
})();
