/** The bare room's projector: a dot a client, and the number of commands that have come. */
export const barePage = `<!doctype html><title>Bare room</title>
<ul class="turnout"></ul><p id="count">0</p>
<script type="module">
  import { io } from '/socket.io/socket.io.esm.min.js';
  const dots = document.querySelector('ul');
  let count = 0;
  const room = io({ transports: ['websocket'] });
  // Whoever sees a dot knows that the page hears the room.
  room.once('connect', () => {
    for (let at = 0; at < 27; at += 1) dots.append(document.createElement('li'));
  });
  room.on('command', ({ at, command }) => {
    document.querySelector('#count').textContent = String(++count);
    if (at !== undefined) dots.children[at].className = command.finished ? 'filled' : '';
  });
</script>`;
