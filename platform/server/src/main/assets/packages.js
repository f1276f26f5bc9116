// The page around a package: begins it, and keeps what it says. The package runs on a host of its own and reaches nothing of this page.
(() => {
  'use strict';

  const box = document.querySelector('[data-package]');
  const frame = box?.querySelector('iframe');
  const note = document.getElementById('package-kept');
  if (!frame || !note) return;
  const origin = new URL(box.dataset.frame).origin;
  let sending = Promise.resolve();

  const say = (which) => {
    note.textContent = note.dataset[which];
    note.dataset.state = which;
  };

  const keep = async (values) => {
    const form = new URLSearchParams({ _csrf: box.dataset.csrf, values: JSON.stringify(values) });
    try {
      const answer = await fetch(box.dataset.keep, { method: 'POST', body: form, keepalive: form.toString().length < 60000 });
      say(answer.ok ? (answer.headers.get('Package-State') === 'completed' ? 'completed' : 'kept') : 'lost');
    } catch {
      say('lost');
    }
  };

  window.addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    if (event.data?.mangrove === 'ready') {
      frame.contentWindow.postMessage(
        {
          mangrove: 'begin',
          entry: box.dataset.entry,
          standard: box.dataset.standard,
          learner: box.dataset.attempt,
          language: box.dataset.language,
          title: frame.title,
          values: JSON.parse(box.dataset.values),
        },
        origin,
      );
    } else if (event.data?.values && typeof event.data.values === 'object') {
      const values = event.data.values;
      sending = sending.then(() => keep(values));
    }
  });

  frame.src = box.dataset.frame;
})();
