// The peer: carbone fills a template with ready made figures, as its manual shows it.
// node peer_carbone.js TEMPLATE DATA.json TARGET-FOLDER REPORTS
const fs = require("fs");
const path = require("path");
const carbone = require("carbone");

const [template, data, folder, reports] = process.argv.slice(2);
const figures = JSON.parse(fs.readFileSync(data, "utf8"));

function make(number) {
  if (number === Number(reports)) {
    process.exit(0);
  }
  carbone.render(template, figures, (fault, made) => {
    if (fault) {
      throw fault;
    }
    fs.writeFileSync(path.join(folder, `${process.pid}-${number}.docx`), made);
    make(number + 1);
  });
}

make(0);
