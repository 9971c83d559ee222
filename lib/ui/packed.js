// Opens what the server packs once for all, and draws it; an older one never over a newer.
let newest = 0;
const unpack = async (bytes) => {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
};

export default function ({ data, parentElement }) {
  const mine = (newest += 1);
  unpack(data).then((value) => { if (mine === newest) draw(value, parentElement); });
}
