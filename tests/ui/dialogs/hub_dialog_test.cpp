// The dialog that gets a model from the hub, against the server of the hub's tests: nothing before a press, then what
// it is, then the model; trouble in words; a cancel that keeps what came.
#include "ui/dialogs/hub_dialog.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

#include "tests/core/hub/web_server.h"
#include "tests/support/tiny_folder.h"
#include "tests/ui/support/ui_test.h"

using namespace Qt::StringLiterals;
using lift::test::TemporaryFolder;
using lift::test::WebServer;
namespace fs = std::filesystem;

namespace {

constexpr int kPatience = 30000;

struct TinyModel : TemporaryFolder {
  TinyModel() { lift::test::write_tiny_folder(path() / "model"); }
};

}   // namespace

class HubDialogTest : public QObject {
  Q_OBJECT
  TinyModel tiny_;
  std::unique_ptr<WebServer> server_;
  std::unique_ptr<TemporaryFolder> home_;
  std::unique_ptr<ui::Engine> engine_;
  QPointer<ui::HubDialog> dialog_;
  std::optional<fs::path> opened_;

  QAbstractButton* button(const QString& name) { return dialog_->findChild<QAbstractButton*>(name); }
  QString said() { return dialog_->findChild<QLabel*>(u"hubSaid"_s)->text(); }
  void name(const QString& text) {
    auto* field = dialog_->findChild<QLineEdit*>(u"hubName"_s);
    field->clear();
    QTest::keyClicks(field, text);
  }
  void show(lift::HubKind kind) {
    delete dialog_;
    dialog_ = new ui::HubDialog(*engine_, kind, [this](const fs::path& got) { opened_ = got; });
    dialog_->open();
  }
  void look(const QString& text) {
    name(text);
    QTest::mouseClick(button(u"hubLook"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"hubLook"_s)->isEnabled(), kPatience);
  }

 private Q_SLOTS:
  void init() {
    server_ = std::make_unique<WebServer>("hub_server.py",
                                          QStringList{QString::fromStdString((tiny_.path() / "model").string())});
    home_ = std::make_unique<TemporaryFolder>();
    qputenv("HF_HOME", QByteArray::fromStdString(home_->path().string()));
    qputenv("HF_ENDPOINT", QByteArray::fromStdString(server_->url()));
    for (const char* variable : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_TOKEN_PATH", "HF_HUB_OFFLINE",
                                 "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"})
      qunsetenv(variable);
    engine_ =
        std::make_unique<ui::Engine>(lift::SessionOptions{.runs_directory = home_->path() / "runs", .threads = 1});
    opened_.reset();
    show(lift::HubKind::Model);
  }
  void cleanup() {
    delete dialog_;
    engine_.reset();
    server_.reset();
  }

  void nothing_is_asked_before_a_press() {
    name(u"org/real"_s);
    QVERIFY(!button(u"hubGet"_s)->isEnabled());
    QTest::qWait(200);
    QCOMPARE(server_->log().size(), std::size_t{0});
  }

  void a_model_is_looked_up_got_and_handed_over() {
    look(u"org/real"_s);
    QVERIFY2(button(u"hubGet"_s)->isEnabled(), qPrintable(said()));
    lift::test::picture(*dialog_, u"hub_dialog"_s);
    QVERIFY(!opened_ && !fs::exists(home_->path() / "hub"));
    QTest::mouseClick(button(u"hubGet"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(opened_, kPatience);
    QVERIFY(fs::exists(*opened_ / "config.json"));
    QTRY_VERIFY(!dialog_ || !dialog_->isVisible());
  }

  void another_name_must_be_looked_up_again() {
    look(u"org/real"_s);
    QVERIFY(button(u"hubGet"_s)->isEnabled());
    name(u"org/plain"_s);
    QVERIFY(!button(u"hubGet"_s)->isEnabled());
  }

  void of_several_files_one_is_chosen() {
    look(u"org/ggufs"_s);
    auto* files = dialog_->findChild<QComboBox*>(u"hubFile"_s);
    QVERIFY(!files->isHidden() && !button(u"hubGet"_s)->isEnabled());
    QCOMPARE(files->count(), 3);
    files->setCurrentIndex(2);
    Q_EMIT files->activated(2);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"hubGet"_s)->isEnabled(), kPatience);
    QTest::mouseClick(button(u"hubGet"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(opened_, kPatience);
    QCOMPARE(opened_->filename().string(), std::string("tiny-Q8_0.gguf"));
  }

  void a_data_set_is_got_whole() {
    show(lift::HubKind::DataSet);
    look(u"org/data"_s);
    QTest::mouseClick(button(u"hubGet"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(opened_, kPatience);
    QVERIFY(fs::exists(*opened_ / "data" / "train.jsonl") && fs::exists(*opened_ / "README.md"));
  }

  void of_a_data_set_in_folders_one_is_chosen() {
    show(lift::HubKind::DataSet);
    look(u"org/parts"_s);
    auto* folders = dialog_->findChild<QComboBox*>(u"hubFile"_s);
    QCOMPARE(folders->count(), 3);
    folders->setCurrentIndex(1);
    Q_EMIT folders->activated(1);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"hubGet"_s)->isEnabled(), kPatience);
    QTest::mouseClick(button(u"hubGet"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(opened_, kPatience);
    QCOMPARE(opened_->filename().string(), std::string("main"));
    QVERIFY(fs::exists(*opened_ / "train.jsonl") && fs::exists(*opened_ / "test.jsonl"));
    QVERIFY(!fs::exists(opened_->parent_path() / "socratic"));
  }

  void words_are_searched_for_and_one_of_what_was_found_is_looked_up() {
    look(u"plain"_s);
    auto* found = dialog_->findChild<QComboBox*>(u"hubFile"_s);
    QCOMPARE(found->count(), 3);
    QVERIFY2(found->itemText(1).startsWith(u"org/plain"_s) && found->itemText(1).contains(u"mit"_s),
             qPrintable(found->itemText(1)));
    QVERIFY(!button(u"hubGet"_s)->isEnabled());
    found->setCurrentIndex(1);
    Q_EMIT found->activated(1);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"hubGet"_s)->isEnabled(), kPatience);
    QCOMPARE(dialog_->findChild<QLineEdit*>(u"hubName"_s)->text(), u"org/plain"_s);
  }

  void trouble_is_told_in_words_and_can_be_tried_again() {
    look(u"org/gated"_s);
    QVERIFY2(said().contains(u"Accept the terms at"_s), qPrintable(said()));
    look(u"no/name at all"_s);
    QVERIFY2(said().contains(u"expected a name on the hub"_s), qPrintable(said()));
    look(u"org/wrong-hash"_s);
    QTest::mouseClick(button(u"hubGet"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"another checksum"_s), kPatience);
    QVERIFY(button(u"hubGet"_s)->isEnabled() && !opened_);
  }

  void a_cancel_stops_the_download_and_keeps_what_came() {
    look(u"org/slow"_s);
    QTest::mouseClick(button(u"hubGet"_s), Qt::LeftButton);
    const fs::path blobs = home_->path() / "hub" / "models--org--slow" / "blobs";
    const auto kept = [&] {
      std::error_code error;
      for (fs::directory_iterator at(blobs, error), end; !error && at != end; at.increment(error))
        if (at->path().extension() == ".incomplete") return static_cast<int>(fs::file_size(at->path(), error));
      return 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(kept(), 60000, kPatience);
    QTest::mouseClick(button(u"hubCancel"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!engine_->busy(), 5000);
    QCOMPARE(kept(), 60000);
    QVERIFY(!opened_);
  }
};

UI_TEST_MAIN(HubDialogTest)
#include "hub_dialog_test.moc"
