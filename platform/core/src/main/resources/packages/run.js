// What a SCORM package finds in the page around it. Nothing here decides anything: what is kept goes to the page that frames this one,
// and is measured where it arrives.
(() => {
  'use strict';

  const values = {};
  let standard = 'SCORM_12';
  let speakTo = '';
  let state = 'before';
  let error = '0';
  let changed = false;
  let timer = 0;

  const tell = (kind) => {
    if (speakTo) window.parent.postMessage({ mangrove: kind, values: { ...values } }, speakTo);
  };

  const keep = (kind) => {
    window.clearTimeout(timer);
    timer = 0;
    if (changed || kind === 'finished') {
      changed = false;
      tell(kind);
    }
    return 'true';
  };

  const children = {
    'cmi.core._children': 'student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time',
    'cmi.core.score._children': 'raw,min,max',
    'cmi.score._children': 'scaled,raw,min,max',
    'cmi._version': '1.0',
  };

  // A package learns of nobody's name: whoever takes it is a number that means nothing elsewhere.
  const read = (name) => {
    if (name in children) return children[name];
    const count = name.match(/^(.*)\._count$/);
    if (count) {
      const at = count[1].length + 1;
      const seen = Object.keys(values)
        .filter((key) => key.startsWith(`${count[1]}.`))
        .map((key) => Number.parseInt(key.slice(at), 10))
        .filter((number) => number >= 0);
      return String(seen.length ? Math.max(...seen) + 1 : 0);
    }
    return values[name] ?? '';
  };

  const answer = (code, text) => {
    error = code;
    return text;
  };

  const begin = () => {
    if (state !== 'before') return answer('101', 'false');
    state = 'running';
    return answer('0', 'true');
  };

  const end = () => {
    if (state !== 'running') return answer(state === 'before' ? '112' : '113', 'false');
    state = 'ended';
    return answer('0', keep('finished'));
  };

  const get = (name) => (state === 'running' ? answer('0', read(String(name))) : answer('122', ''));

  const set = (name, value) => {
    if (state !== 'running') return answer('132', 'false');
    if (!/^(cmi|adl)\.[a-z0-9_.]+$/.test(String(name))) return answer('401', 'false');
    values[String(name)] = String(value);
    changed = true;
    if (!timer) timer = window.setTimeout(() => keep('kept'), 5000);
    return answer('0', 'true');
  };

  const commit = () => (state === 'running' ? answer('0', keep('kept')) : answer('142', 'false'));
  const words = (code) => (code === '0' ? '' : `Error ${code}`);

  window.API = {
    LMSInitialize: begin,
    LMSFinish: end,
    LMSGetValue: get,
    LMSSetValue: set,
    LMSCommit: commit,
    LMSGetLastError: () => error,
    LMSGetErrorString: words,
    LMSGetDiagnostic: words,
  };
  window.API_1484_11 = {
    Initialize: begin,
    Terminate: end,
    GetValue: get,
    SetValue: set,
    Commit: commit,
    GetLastError: () => error,
    GetErrorString: words,
    GetDiagnostic: words,
  };

  const usual = (learner, language) => {
    const isBegun = Object.keys(values).length > 0;
    return standard === 'SCORM_12'
      ? {
          'cmi.core.student_id': learner,
          'cmi.core.student_name': '',
          'cmi.core.lesson_status': 'not attempted',
          'cmi.core.credit': 'credit',
          'cmi.core.lesson_mode': 'normal',
          'cmi.core.entry': isBegun ? 'resume' : 'ab-initio',
          'cmi.student_preference.language': language,
        }
      : {
          'cmi.learner_id': learner,
          'cmi.learner_name': '',
          'cmi.completion_status': 'unknown',
          'cmi.success_status': 'unknown',
          'cmi.credit': 'credit',
          'cmi.mode': 'normal',
          'cmi.entry': isBegun ? 'resume' : 'ab-initio',
          'cmi.learner_preference.language': language,
        };
  };

  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || event.data?.mangrove !== 'begin' || speakTo) return;
    speakTo = event.origin;
    standard = event.data.standard;
    Object.assign(values, event.data.values);
    const before = usual(event.data.learner, event.data.language);
    for (const [name, value] of Object.entries(before)) {
      if (!(name in values) || name.endsWith('.entry')) values[name] = value;
    }
    const inside = document.createElement('iframe');
    inside.title = event.data.title;
    inside.src = event.data.entry;
    document.documentElement.lang = event.data.language;
    document.body.append(inside);
  });

  window.addEventListener('pagehide', () => {
    if (changed) keep('kept');
  });

  window.addEventListener('DOMContentLoaded', () => window.parent.postMessage({ mangrove: 'ready' }, '*'));
})();
